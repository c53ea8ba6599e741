internal import AI1Core
internal import AI1Storage
internal import AI1Wallet

/// Rows of the journal's table and the entries that they stand for.
enum EntryRow {
    /// The columns that `read` takes, in its order.
    static let columns = """
        id, chain_id, sender, nonce, hash, raw, intent, idempotency_key, replaces, recipient, beneficiary, summary, \
        max_fees, state, created, sent, settled, attempts, block, block_hash, status
        """

    /// - Throws: `StorageError` of code `corrupt` when the row cannot have been written by this program
    static func read(_ row: Statement) throws -> JournalEntry {
        guard let chainID = UInt64(exactly: row.integer(1)), let sender = Address(row.bytes(2)),
            let nonce = UInt64(exactly: row.integer(3)), let hash = Hash32(row.bytes(4)),
            let intent = Hash32(row.bytes(6)), let state = EntryState(rawValue: row.text(13))
        else { throw StorageError(.corrupt, message: "entry \(row.integer(0)) is damaged") }
        let raw = row.bytes(5)
        guard Keccak256.hash(raw) == hash else {
            throw StorageError(.corrupt, message: "entry \(row.integer(0)) is damaged: its octets have another hash")
        }
        return JournalEntry(
            id: row.integer(0), chainID: chainID, sender: sender, nonce: nonce, hash: hash, raw: raw,
            intent: TransactionIntent(digest: intent), idempotencyKey: row.optionalText(7),
            replaces: row.optionalBytes(8).flatMap { Hash32($0) },
            recipient: row.optionalBytes(9).flatMap { Address($0) },
            beneficiary: row.optionalBytes(10).flatMap { Address($0) }, summary: row.text(11), maxFees: row.text(12),
            state: state, created: Timestamp(millisecondsSinceEpoch: row.integer(14)),
            sent: row.optionalInteger(15).map { Timestamp(millisecondsSinceEpoch: $0) },
            settled: row.optionalInteger(16).map { Timestamp(millisecondsSinceEpoch: $0) }, attempts: row.integer(17),
            inclusion: try inclusion(row))
    }

    private static func inclusion(_ row: Statement) throws -> Inclusion? {
        guard let number = row.optionalInteger(18) else { return nil }
        guard let blockNumber = UInt64(exactly: number), let blockHash = Hash32(row.bytes(19)) else {
            throw StorageError(.corrupt, message: "entry \(row.integer(0)) is damaged")
        }
        return Inclusion(blockNumber: blockNumber, blockHash: blockHash, succeeded: row.integer(20) == 1)
    }
}

extension Connection {
    /// Entries that a condition selects.
    /// - Parameters:
    ///   - condition: what follows WHERE, with its order and limit
    ///   - bind: gives the parameters their values
    /// - Throws: `StorageError`
    func entries(_ condition: String, _ bind: (Statement) -> Void) throws -> [JournalEntry] {
        try query("SELECT \(EntryRow.columns) FROM entry WHERE \(condition)") { row in
            bind(row)
            var entries: [JournalEntry] = []
            while try row.step() { entries.append(try EntryRow.read(row)) }
            return entries
        }
    }

    /// The entry of a hash; nil without one.
    /// - Throws: `StorageError`
    func entry(_ hash: Hash32) throws -> JournalEntry? {
        try entries("hash = ?") { $0.bind(1, hash.bytes) }.first
    }
}
