internal import AI1Storage

/// A row of the table `checkpoint`, with the state of the tree from which it can be continued.
struct CheckpointRow {
    var checkpoint: Checkpoint
    /// Nil when the stored state does not lead to the stored root.
    var tree: MerkleTree?

    /// The newest one; nil when there is none, or when it cannot be read as one.
    /// - Throws: `StorageError`
    static func newest(_ connection: Connection, of ledger: LedgerID) throws -> CheckpointRow? {
        let row = try connection.statement(
            """
            SELECT size, ts, epoch, head, root, key, signature, frontier FROM checkpoint ORDER BY size DESC LIMIT 1
            """)
        defer { row.reset() }
        guard try row.step(), let head = TreeHash(row.bytes(3)), let root = TreeHash(row.bytes(4)) else { return nil }
        let checkpoint = Checkpoint(
            ledger: ledger, epoch: row.integer(2), size: row.integer(0), time: row.integer(1), head: head, root: root,
            key: row.bytes(5), signature: row.bytes(6))
        let tree = MerkleTree(size: UInt64(clamping: checkpoint.size), frontier: row.bytes(7))
        return CheckpointRow(checkpoint: checkpoint, tree: tree?.root == root ? tree : nil)
    }

    /// - Throws: `StorageError`
    static func insert(_ checkpoint: Checkpoint, _ tree: MerkleTree, _ connection: Connection) throws {
        let insert = try connection.statement(
            """
            INSERT INTO checkpoint(size, ts, epoch, head, root, key, signature, frontier)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, checkpoint.size)
        insert.bind(2, checkpoint.time)
        insert.bind(3, checkpoint.epoch)
        insert.bind(4, checkpoint.head.octets)
        insert.bind(5, checkpoint.root.octets)
        insert.bind(6, checkpoint.key)
        insert.bind(7, checkpoint.signature)
        insert.bind(8, tree.frontierOctets)
        try insert.run()
    }

    /// The random name that a ledger got when it was made.
    /// - Throws: `StorageError`; `LedgerError` when the first event does not tell it
    static func ledger(_ connection: Connection) throws -> LedgerID {
        let row = try connection.statement("SELECT kind, body FROM event_log WHERE seq = 1")
        defer { row.reset() }
        if try row.step(), case .genesis(let genesis)? = try? LedgerEvent(decoding: row) { return genesis.ledger }
        throw LedgerError(
            .audit, message: "the ledger's first event cannot be read", hint: "ai1 credits check --full tells more")
    }

    /// The newest epoch; 0 before the first.
    /// - Throws: `StorageError`
    static func epoch(_ connection: Connection) throws -> Int64 {
        try connection.integer("SELECT max(number) FROM epoch") ?? 0
    }
}

extension LedgerEvent {
    /// - Parameter row: kind and body
    fileprivate init(decoding row: Statement) throws {
        self = try row.withBytes(1) { try LedgerEvent(kind: row.integer(0), body: $0) }
    }
}
