internal import AI1Storage

/// The rows of holds and what becomes of them.
extension EventAppender {
    func write(_ hold: HoldEvent) throws {
        let insert = try connection.statement(
            """
            INSERT INTO hold(seq, id, purse, amount, if_sent, created, request, target, job)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, hold.sequence)
        insert.bind(2, hold.id.octets)
        insert.bind(3, hold.purse)
        insert.bind(4, hold.amount)
        insert.bind(5, hold.ifSent)
        insert.bind(6, time)
        insert.bind(7, hold.request.octets)
        insert.bind(8, hold.target)
        insert.bind(9, hold.job)
        try insert.run()
        try write(hold.legs, hold.windows, of: hold.sequence)
        for key in hold.keys { try write(key) }
    }

    func write(_ raise: RaiseEvent) throws {
        let update = try connection.statement("UPDATE hold SET amount = ?, if_sent = ?, target = ? WHERE seq = ?")
        update.bind(1, raise.amount)
        update.bind(2, raise.ifSent)
        update.bind(3, raise.target)
        update.bind(4, raise.hold)
        try update.run()
        try write(raise.legs, raise.windows, of: raise.hold)
    }

    private func write(_ legs: [Leg], _ windows: [WindowShare], of hold: Int64) throws {
        for leg in legs {
            let put = try connection.statement(
                """
                INSERT INTO hold_leg(hold, account, amount) VALUES(?, ?, ?)
                ON CONFLICT(hold, account) DO UPDATE SET amount = excluded.amount
                """)
            put.bind(1, hold)
            put.bind(2, leg.account)
            put.bind(3, leg.amount)
            try put.run()
        }
        for window in windows {
            try make(window)
            let put = try connection.statement(
                """
                INSERT INTO hold_budget(hold, budget, start, amount) VALUES(?, ?, ?, ?)
                ON CONFLICT(hold, budget, start) DO UPDATE SET amount = excluded.amount
                """)
            put.bind(1, hold)
            put.bind(2, window.budget)
            put.bind(3, window.start)
            put.bind(4, window.amount)
            try put.run()
        }
    }

    func write(_ post: PostEvent) throws {
        let close = try connection.statement(LedgerSQL.closeHold)
        close.bind(1, post.state)
        close.bind(2, time)
        close.bind(3, post.charge)
        close.bind(4, post.reward)
        close.bind(5, post.disputed)
        close.bind(6, post.task)
        close.bind(7, post.hold)
        try close.run()
        for transfer in post.transfers { try write(transfer, hold: post.hold) }
        for (number, usage) in post.usages.enumerated() { try write(usage, number, of: post.hold) }
        for window in post.windows { try spend(window) }
        for carry in post.carries {
            let put = try connection.statement(LedgerSQL.putCarry)
            put.bind(1, carry.provider)
            put.bind(2, carry.picoUSD)
            try put.run()
        }
        for spend in post.spends { try write(spend, post) }
        for key in post.keys { try write(key) }
    }

    private func write(_ usage: UsagePart, _ number: Int, of hold: Int64) throws {
        let insert = try connection.statement(LedgerSQL.insertUsage)
        insert.bind(1, hold)
        insert.bind(2, number)
        insert.bind(3, usage.target)
        for (index, count) in usage.tokens.enumerated() { insert.bind(Int32(4 + index), count) }
        insert.bind(12, usage.source)
        insert.bind(13, usage.costPicoUSD)
        insert.bind(14, usage.price)
        insert.bind(15, usage.claim)
        insert.bind(16, usage.claimNanoUSD)
        try insert.run()
    }

    private func write(_ spend: SpendPart, _ post: PostEvent) throws {
        let put = try connection.statement(LedgerSQL.addSpend)
        put.bind(1, post.day)
        put.bind(2, post.purse)
        put.bind(3, spend.target)
        put.bind(4, post.job)
        put.bind(5, post.task ?? "")
        put.bind(6, spend.requests)
        put.bind(7, spend.input)
        put.bind(8, spend.output)
        put.bind(9, spend.charge)
        put.bind(10, spend.reward)
        put.bind(11, spend.disputed)
        try put.run()
    }

    func write(_ void: VoidEvent) throws {
        let close = try connection.statement("UPDATE hold SET state = 2, closed = ? WHERE seq = ?")
        close.bind(1, time)
        close.bind(2, void.hold)
        try close.run()
        for key in void.keys { try write(key) }
    }

    func write(_ key: KeyPart) throws {
        let put = try connection.statement(
            """
            INSERT INTO idempotency(scope, key, attempt, request_hash, hold, state, result, expires)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(scope, key) DO UPDATE SET
              attempt = excluded.attempt, request_hash = excluded.request_hash, hold = excluded.hold,
              state = excluded.state, result = excluded.result, expires = excluded.expires
            """)
        put.bind(1, key.scope)
        put.bind(2, key.key)
        put.bind(3, key.attempt)
        put.bind(4, key.requestHash)
        put.bind(5, key.hold)
        put.bind(6, key.state.rawValue)
        put.bind(7, key.result)
        put.bind(8, key.expires)
        try put.run()
    }
}
