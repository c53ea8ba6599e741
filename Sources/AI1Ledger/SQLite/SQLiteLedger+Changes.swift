internal import AI1Core
internal import AI1Storage

extension SQLiteLedger {
    package func apply(_ change: LedgerChange) throws {
        let outcome = try append { appender -> Result<Void, LedgerError> in
            switch change {
            case .grant(let id, let path, let amount, let memo): return try grant(id, path, amount, memo, appender)
            case .setBudget(let scope, let per, let cap): return try setBudget(scope, per, cap, appender)
            case .removeBudget(let scope, let per): return try removeBudget(scope, per, appender)
            case .forgetKey(let scope, let key):
                if var part = try appender.connection.key(scope, key), part.state == .unknown || part.state == .answered
                {
                    part.state = .failed
                    try appender.append(.key(part))
                }
                return .success(())
            }
        }
        try outcome.get()
    }

    /// Moves credits, all in one transaction.
    /// - Throws: `LedgerError`
    package func transfer(_ transfers: [Transfer]) throws {
        try append { appender in
            for transfer in transfers { try appender.transfer(transfer, kind: .move) }
        }
    }

    private func grant(
        _ id: LedgerID, _ path: AccountPath, _ amount: NanoUSD, _ memo: String, _ appender: EventAppender
    ) throws -> Result<Void, LedgerError> {
        guard amount.amount > 0, amount.amount <= Self.largestAmount else {
            return .failure(LedgerError(.invalid, message: "\(amount.credits) cannot be added"))
        }
        let legs = [
            Leg(
                account: try appender.account(path.text.hasPrefix("play:") ? .playWorld : .world),
                amount: -amount.amount),
            Leg(account: try appender.account(path), amount: amount.amount),
        ]
        if let known = try entries(ofTransfer: id, appender.connection) {
            guard known != legs else { return .success(()) }
            return .failure(
                LedgerError(
                    .keyConflict, message: "another amount was added under the same key",
                    hint: "use another key for another amount"))
        }
        try appender.append(
            .transfer(
                TransferEvent(sequence: try appender.nextTransfer(), id: id, kind: .grant, memo: memo, legs: legs)))
        return .success(())
    }

    private func entries(ofTransfer id: LedgerID, _ connection: Connection) throws -> [Leg]? {
        let rows = try connection.statement(
            """
            SELECT account, amount FROM entry WHERE transfer = (SELECT seq FROM transfer WHERE id = ?) ORDER BY leg
            """)
        rows.bind(1, id.octets)
        var legs: [Leg] = []
        while try rows.step() { legs.append(Leg(account: rows.integer(0), amount: rows.integer(1))) }
        return legs.isEmpty ? nil : legs
    }

    private func setBudget(
        _ scope: Budget.Scope, _ per: Budget.Period, _ cap: NanoUSD, _ appender: EventAppender
    ) throws -> Result<Void, LedgerError> {
        guard cap.amount >= 0, cap.amount <= Self.largestAmount else {
            return .failure(LedgerError(.invalid, message: "\(cap.credits) cannot be a budget"))
        }
        var event = BudgetEvent(
            id: 0, scope: scope.kind, value: scope.value, per: per.rawValue, cap: cap.amount, zone: calendar.zone,
            isRemoved: false, windows: [])
        if let known = try budgetRow(scope, per, appender.connection) {
            event.id = known.id
            if known.isRemoved { event.windows = [try missed(known.id, scope, per, cap, appender)] }
        } else {
            event.id = (try appender.connection.integer("SELECT max(id) FROM budget") ?? 0) + 1
            let budget = Budget(id: event.id, scope: scope, per: per, cap: cap, zone: calendar.zone)
            let window = try appender.window(of: budget, at: appender.nowSeconds, calendar: calendar)
            let spent = try spent(scope, window, appender.connection)
            event.windows = [
                WindowShare(budget: event.id, start: window.start, stop: window.stop, amount: spent)
            ]
        }
        try appender.append(.budget(event))
        return .success(())
    }

    /// What was charged in a window before its budget was set.
    private func spent(_ scope: Budget.Scope, _ window: BudgetWindow, _ connection: Connection) throws -> Int64 {
        let rows = try connection.statement(
            "SELECT target, job, sum(charge) FROM spend WHERE day BETWEEN ? AND ? AND purse <> 2 GROUP BY target, job")
        rows.bind(1, window.start == 0 ? 0 : calendar.day(window.start))
        rows.bind(2, window.stop == EventAppender.endOfTime ? Int64.max : calendar.day(window.stop - 1))
        var sum: Int64 = 0
        while try rows.step() {
            let job = rows.text(1)
            if scope.covers(target: TargetName(rows.text(0)), job: job.isEmpty ? nil : job) { sum += rows.integer(2) }
        }
        return sum
    }

    private func removeBudget(
        _ scope: Budget.Scope, _ per: Budget.Period, _ appender: EventAppender
    ) throws -> Result<Void, LedgerError> {
        guard let budget = try appender.activeBudgets().first(where: { $0.scope == scope && $0.per == per }) else {
            return .failure(
                LedgerError(.notFound, message: "there is no such budget", hint: "ai1 credits budget list"))
        }
        try appender.append(
            .budget(
                BudgetEvent(
                    id: budget.id, scope: scope.kind, value: scope.value, per: per.rawValue, cap: budget.cap.amount,
                    zone: budget.zone, isRemoved: true, windows: [])))
        return .success(())
    }

    /// What was spent in the window of now while a budget was removed.
    private func missed(
        _ id: Int64, _ scope: Budget.Scope, _ per: Budget.Period, _ cap: NanoUSD, _ appender: EventAppender
    ) throws -> WindowShare {
        let budget = Budget(id: id, scope: scope, per: per, cap: cap, zone: calendar.zone)
        let window = try appender.window(of: budget, at: appender.nowSeconds, calendar: calendar)
        let spent = try spent(scope, window, appender.connection)
        return WindowShare(
            budget: id, start: window.start, stop: window.stop, amount: max(0, spent - window.spent.amount))
    }

    /// A budget that is set, or was before: it goes on where it was, so that setting it anew forgets nothing.
    private func budgetRow(
        _ scope: Budget.Scope, _ per: Budget.Period, _ connection: Connection
    ) throws -> (id: Int64, isRemoved: Bool)? {
        let row = try connection.statement(
            "SELECT id, removed FROM budget WHERE scope = ? AND value = ? AND per = ? ORDER BY id DESC LIMIT 1")
        row.bind(1, scope.kind)
        row.bind(2, scope.value)
        row.bind(3, per.rawValue)
        defer { row.reset() }
        return try row.step() ? (row.integer(0), row.integer(1) == 1) : nil
    }
}

extension TargetName {
    /// Reads `provider/model`.
    init(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(provider: parts.first ?? "", model: parts.count > 1 ? parts[1] : "")
    }
}
