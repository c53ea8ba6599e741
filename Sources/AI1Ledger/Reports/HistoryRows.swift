internal import AI1Core
internal import AI1Storage

/// Requests, the newest first, one at a time.
struct RequestRows {
    private let connection: Connection
    private let filter: HistoryReport.Filter
    private let holds: Statement

    init(_ connection: Connection, _ filter: HistoryReport.Filter) throws {
        self.connection = connection
        self.filter = filter
        holds = try connection.statement(
            """
            SELECT seq, created, request, state, purse, target, job, task, amount, charge, reward, disputed
            FROM hold ORDER BY seq DESC
            """)
    }

    func end() { holds.reset() }

    func next() throws -> HistoryReport.Row? {
        while try holds.step() {
            guard holds.integer(1) >= filter.since else { return nil }
            guard let row = try row() else { continue }
            return row
        }
        return nil
    }

    /// The request where the reading stands; nil when it is not asked for.
    private func row() throws -> HistoryReport.Row? {
        let isPlay = holds.integer(4) == Purse.play.rawValue
        let job = holds.optionalText(6)
        guard let kind = kind(holds.integer(3)), let id = LedgerID(octets: holds.bytes(2)) else { return nil }
        guard filter.includesAll || (kind != .void && !isPlay) else { return nil }
        guard filter.job == nil || filter.job == job else { return nil }
        var row = HistoryReport.Row(
            time: holds.integer(1), id: id, kind: kind,
            amount: NanoUSD(kind == .open ? holds.integer(8) : holds.integer(9)))
        row.isPlay = isPlay
        row.target = holds.text(5)
        row.job = job
        row.task = holds.optionalText(7)
        row.reward = NanoUSD(holds.integer(10))
        row.disputed = NanoUSD(holds.integer(11))
        let serves = try add(to: &row, hold: holds.integer(0))
        return serves ? row : nil
    }

    private func kind(_ state: Int64) -> HistoryReport.Kind? {
        switch state {
        case 0: .open
        case 1: .ask
        case 2: .void
        case 3: .abandoned
        default: nil
        }
    }

    /// Adds what the attempts used.
    /// - Returns: whether the model that is asked for was called, or is about to be
    private func add(to row: inout HistoryReport.Row, hold: Int64) throws -> Bool {
        let scope = filter.model.map(Budget.Scope.model)
        var serves = scope?.covers(target: TargetName(row.target ?? ""), job: nil) ?? true
        let attempts = try connection.statement(
            """
            SELECT target, uncached_input, cache_read, cache_write_5m, cache_write_1h, audio_input, visible_output,
              reasoning, audio_output, source FROM usage WHERE hold = ? ORDER BY attempt
            """)
        attempts.bind(1, hold)
        while try attempts.step() {
            row.attempts += 1
            // What answered, or came nearest to it, was called last.
            row.target = attempts.text(0)
            serves = serves || scope?.covers(target: TargetName(attempts.text(0)), job: nil) == true
            for column in Int32(1)...5 { row.input = saturated(row.input, attempts.integer(column)) }
            for column in Int32(6)...8 { row.output = saturated(row.output, attempts.integer(column)) }
            switch TokenUsage.Source(rawValue: attempts.text(9)) {
            case .estimated: row.isEstimated = true
            case .unknown: row.isUnknown = true
            case .reported, nil: break
            }
        }
        return serves
    }

    private func saturated(_ left: Int64, _ right: Int64) -> Int64 { (NanoUSD(left) + NanoUSD(right)).amount }
}

/// Credits that came or were moved without a request, the newest first, one at a time.
struct GrantRows {
    private let connection: Connection
    private let filter: HistoryReport.Filter
    private let transfers: Statement

    init(_ connection: Connection, _ filter: HistoryReport.Filter) throws {
        self.connection = connection
        self.filter = filter
        transfers = try connection.statement(
            "SELECT seq, ts, id, kind, memo FROM transfer WHERE hold IS NULL ORDER BY seq DESC")
    }

    func end() { transfers.reset() }

    func next() throws -> HistoryReport.Row? {
        while try transfers.step() {
            guard transfers.integer(1) >= filter.since else { return nil }
            guard let id = LedgerID(octets: transfers.bytes(2)) else { continue }
            let (amount, path) = try gain(transfer: transfers.integer(0))
            let isUsers = path.hasPrefix("user:")
            guard filter.includesAll || isUsers else { continue }
            let kind = TransferEvent.Kind(rawValue: transfers.integer(3))
            var row = HistoryReport.Row(
                time: transfers.integer(1), id: id, kind: kind == .grant ? .grant : .move, amount: NanoUSD(amount))
            row.target = path
            row.isPlay = path.hasPrefix("play:")
            row.memo = transfers.text(4)
            return row
        }
        return nil
    }

    /// The largest amount that the transfer brought, and the account that it went to; one of the user's before others.
    private func gain(transfer: Int64) throws -> (Int64, String) {
        let entry = try connection.statement(
            """
            SELECT entry.amount, account.path FROM entry JOIN account ON account.id = entry.account
            WHERE entry.transfer = ? AND entry.amount > 0
            ORDER BY account.path LIKE 'user:%' DESC, entry.amount DESC LIMIT 1
            """)
        entry.bind(1, transfer)
        defer { entry.reset() }
        return try entry.step() ? (entry.integer(0), entry.text(1)) : (0, "")
    }
}
