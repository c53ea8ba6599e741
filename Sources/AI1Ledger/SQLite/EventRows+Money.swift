internal import AI1Storage

/// The rows of accounts, transfers, budgets and prices.
extension EventAppender {
    func write(_ opening: AccountOpening) throws {
        let insert = try connection.statement("INSERT INTO account(id, path, asset, floor) VALUES(?, ?, ?, ?)")
        insert.bind(1, opening.account)
        insert.bind(2, opening.path)
        insert.bind(3, opening.asset)
        insert.bind(4, opening.floor)
        try insert.run()
    }

    /// Entries first: the transfer's own row closes it, and is refused when they do not sum to zero.
    func write(_ transfer: TransferEvent, hold: Int64?) throws {
        let entry = try connection.statement(LedgerSQL.insertEntry)
        for (number, leg) in transfer.legs.enumerated() {
            entry.bind(1, transfer.sequence)
            entry.bind(2, number)
            entry.bind(3, leg.account)
            entry.bind(4, leg.amount)
            try entry.run()
        }
        let insert = try connection.statement(LedgerSQL.insertTransfer)
        insert.bind(1, transfer.sequence)
        insert.bind(2, transfer.id.octets)
        insert.bind(3, transfer.kind.rawValue)
        insert.bind(4, hold)
        insert.bind(5, time)
        insert.bind(6, transfer.memo)
        insert.bind(7, sequence)
        try insert.run()
    }

    func write(_ budget: BudgetEvent) throws {
        let put = try connection.statement(
            """
            INSERT INTO budget(id, scope, value, per, cap, zone, removed) VALUES(?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET cap = excluded.cap, zone = excluded.zone, removed = excluded.removed
            """)
        put.bind(1, budget.id)
        put.bind(2, budget.scope)
        put.bind(3, budget.value)
        put.bind(4, budget.per)
        put.bind(5, budget.cap)
        put.bind(6, budget.zone)
        put.bind(7, Int64(budget.isRemoved ? 1 : 0))
        try put.run()
        for window in budget.windows { try spend(window) }
    }

    func write(_ price: PriceEvent) throws {
        let insert = try connection.statement("INSERT INTO price_snapshot(id, target, prices) VALUES(?, ?, ?)")
        insert.bind(1, price.id)
        insert.bind(2, price.target)
        insert.bind(3, price.prices)
        try insert.run()
    }

    func write(_ clock: ClockEvent) throws {
        let put = try connection.statement(
            """
            INSERT INTO clock(id, boot, wall, uptime) VALUES(1, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET boot = excluded.boot, wall = excluded.wall, uptime = excluded.uptime
            """)
        put.bind(1, clock.boot)
        put.bind(2, clock.wall)
        put.bind(3, clock.uptime)
        try put.run()
    }

    func write(_ epoch: EpochEvent) throws {
        let insert = try connection.statement("INSERT INTO epoch(number, event, reason) VALUES(?, ?, ?)")
        insert.bind(1, epoch.number)
        insert.bind(2, sequence)
        insert.bind(3, epoch.reason)
        try insert.run()
    }

    /// Makes a window of a budget when it is new.
    func make(_ window: WindowShare) throws {
        let insert = try connection.statement(LedgerSQL.makeWindow)
        insert.bind(1, window.budget)
        insert.bind(2, window.start)
        insert.bind(3, window.stop)
        try insert.run()
    }

    /// Adds to what was spent in a window.
    func spend(_ window: WindowShare) throws {
        try make(window)
        let update = try connection.statement(LedgerSQL.spendWindow)
        update.bind(1, window.amount)
        update.bind(2, window.budget)
        update.bind(3, window.start)
        try update.run()
    }
}
