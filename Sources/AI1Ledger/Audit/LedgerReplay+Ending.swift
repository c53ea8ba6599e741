internal import AI1Storage

extension LedgerReplay {
    /// Compares the tables whose rows change with many events.
    func compareSmallTables() throws {
        try compare(.asset, LedgerSchema.assets.map { [.integer($0.id), .text($0.code), .text($0.quantum)] })
        try compare(
            .account,
            accounts.map {
                [
                    .integer($0), .text($1.path), .integer($1.asset), RowValue($1.floor), .integer($1.balance),
                    .integer($1.held),
                ]
            }, naming: { "\($0[0]) (\(accounts[$0[0].integer ?? 0]?.path ?? "?"))" })
        try compare(
            .budget,
            budgets.values.map {
                [
                    .integer($0.id), .text($0.scope), .text($0.value), .text($0.per), .integer($0.cap), .text($0.zone),
                    .integer($0.isRemoved ? 1 : 0),
                ]
            })
        try compare(
            .window,
            windows.map {
                [
                    .integer($0.budget), .integer($0.start), .integer($1.stop), .integer($1.spent),
                    .integer($1.reserved),
                ]
            })
        try compare(.carry, carries.map { [.text($0), .integer($1)] })
        try compare(
            .spend,
            spends.map {
                [
                    .integer($0.day), .integer($0.purse), .text($0.target), .text($0.job), .text($0.task),
                    .integer($1.requests), .integer($1.input), .integer($1.output), .integer($1.charge),
                    .integer($1.reward), .integer($1.disputed),
                ]
            })
        try compare(
            .clock,
            clock.map { [[.integer(1), .text($0.boot), .integer($0.wall), .integer($0.uptime)]] } ?? [])
        try compare(
            .migration, LedgerSchema.schema.migrations.map { [.integer($0.version), .integer($0.checksum)] })
    }

    /// Compares a whole table, in any order.
    private func compare(
        _ shape: TableShape, _ expected: [[RowValue]], naming: ([RowValue]) -> String? = { _ in nil }
    ) throws {
        var rest: [[RowValue]: [RowValue]] = [:]
        for row in expected { rest[Array(row.prefix(shape.keys))] = row }
        let isWhole = try eachRow(shape) { row in
            if let match = rest.removeValue(forKey: Array(row.prefix(shape.keys))) {
                findings.compare(shape, match, row, key: naming(match))
            } else {
                findings.add(shape.name, shape.key(row), "no such row follows from the events")
            }
        }
        guard isWhole else { return }
        for row in rest.values.sorted(by: { shape.key($0) < shape.key($1) }) {
            findings.add(shape.name, naming(row) ?? shape.key(row), "the row is missing")
        }
    }

    /// - Returns: false when the table could not be read to its end
    private func eachRow(_ shape: TableShape, _ body: ([RowValue]) throws -> Void) throws -> Bool {
        let rows = try connection.statement(shape.sql)
        defer { rows.reset() }
        do {
            while try rows.step() {
                try body((0..<Int32(shape.columns.count)).map { RowValue(rows, $0) })
            }
            return true
        } catch let error as StorageError {
            findings.add(shape.name, "", "cannot be read on: \(error.message)")
            return false
        }
    }

    /// Compares the rows of idempotency keys. What they must be is read again from the events: there may be one for
    /// every request, too many to keep.
    func compareKeys() throws {
        var rest = keys
        let isWhole = try eachRow(.key) { row in
            guard case .text(let scope) = row[0], case .text(let key) = row[1],
                let event = rest.removeValue(forKey: KeyDigest(scope: scope, key: key)),
                let part = try self.part(event, where: { $0.scope == scope && $0.key == key })
            else {
                findings.add("idempotency", TableShape.key.key(row), "no such row follows from the events")
                return
            }
            findings.compare(.key, Self.row(part), row)
        }
        guard isWhole else { return }
        for (digest, event) in rest.sorted(by: { $0.value < $1.value }) {
            let part = try part(event, where: { KeyDigest(scope: $0.scope, key: $0.key) == digest })
            findings.add(
                "idempotency", part.map { TableShape.key.key(Self.row($0)) } ?? "of event \(event)",
                "the row is missing")
        }
    }

    private static func row(_ part: KeyPart) -> [RowValue] {
        [
            .text(part.scope), .text(part.key), .integer(part.attempt), RowValue(part.requestHash),
            .integer(part.hold), .integer(part.state.rawValue), RowValue(part.result), .integer(part.expires),
        ]
    }

    private func part(_ event: Int64, where isWanted: (KeyPart) -> Bool) throws -> KeyPart? {
        let row = try connection.statement("SELECT kind, body FROM event_log WHERE seq = ?")
        row.bind(1, event)
        defer { row.reset() }
        guard try row.step(),
            let event = try? row.withBytes(1, { try LedgerEvent(kind: row.integer(0), body: $0) })
        else { return nil }
        let parts: [KeyPart] =
            switch event {
            case .hold(let hold): hold.keys
            case .post(let post): post.keys
            case .void(let void): void.keys
            case .key(let key): [key]
            default: []
            }
        return parts.last(where: isWanted)
    }
}
