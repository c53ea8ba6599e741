internal import AI1Core
internal import AI1Storage

extension EventAppender {
    /// The number of an account, which is opened when it is new.
    func account(_ path: AccountPath) throws -> Int64 {
        if let number = try existing(path) { return number }
        let number = (try connection.integer("SELECT max(id) FROM account") ?? 0) + 1
        try append(
            .openAccount(
                AccountOpening(
                    account: number, path: path.text,
                    asset: (path.text.hasPrefix("play:") ? Asset.play : Asset.usd).rawValue,
                    floor: path.text.hasPrefix("user:") ? 0 : nil)))
        return number
    }

    private func existing(_ path: AccountPath) throws -> Int64? {
        let row = try connection.statement(LedgerSQL.accountNumber)
        row.bind(1, path.text)
        defer { row.reset() }
        return try row.step() ? row.integer(0) : nil
    }

    /// The number of the next transfer.
    func nextTransfer() throws -> Int64 { (try connection.integer(LedgerSQL.newestTransfer) ?? 0) + 1 }

    /// - Throws: `StorageError`; `LedgerError` when an account's floor forbids it
    func transfer(_ transfer: Transfer, kind: TransferEvent.Kind) throws {
        var legs: [Leg] = []
        for leg in transfer.legs where leg.amount != .zero {
            legs.append(Leg(account: try account(leg.account), amount: leg.amount.amount))
        }
        try append(
            .transfer(
                TransferEvent(
                    sequence: try nextTransfer(), id: transfer.id, kind: kind, memo: transfer.memo, legs: legs)))
    }

    /// What can be spent of an account.
    func free(_ account: Int64) throws -> (free: Int64, held: Int64) {
        let row = try connection.statement(LedgerSQL.accountFunds)
        row.bind(1, account)
        defer { row.reset() }
        return try row.step() ? (row.integer(0), row.integer(1)) : (0, 0)
    }
}
