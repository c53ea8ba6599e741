internal import AI1Core
internal import AI1Storage

/// Makes signed checkpoints: a row in the ledger, and a line outside it.
package struct Checkpointer: Sendable {
    private let ledger: SQLiteLedger

    package init(_ ledger: SQLiteLedger) { self.ledger = ledger }

    /// A checkpoint, and the newest event when it was made.
    struct Outcome {
        var checkpoint: Checkpoint
        var sequence: Int64
        var hash: [UInt8]
    }

    /// Signs what the ledger is now; when nothing came since the last checkpoint, that one is told again. The key is
    /// made on first use. Another key than before begins a new epoch. Costs as much as the events since the last one.
    /// - Throws: `LedgerError`
    @discardableResult
    package func make() throws -> SignedCheckpoint {
        SignedCheckpoint(try make(reason: nil))
    }

    /// Makes one when that many events came since the last. Never fails: the next one will do.
    package func makeIfDue(every events: Int64 = 1_024) {
        let since = try? ledger.read { connection in
            let newest = try connection.integer("SELECT max(seq) FROM event_log") ?? 0
            return newest - (try connection.integer("SELECT max(size) FROM checkpoint") ?? 0)
        }
        guard let since, since >= events else { return }
        _ = try? make(reason: nil)
    }

    /// - Parameters:
    ///   - reason: why a new epoch begins; nil for none, unless the key is a new one
    ///   - known: the newest epoch that is known from elsewhere
    func make(reason: String?, above known: Int64 = 0) throws -> Checkpoint {
        // Only a restore, which tells a reason, accepts an older ledger.
        if reason == nil { try ledger.refuseOlder() }
        let key = try AuditKey.loadOrMake(ledger.files.auditKey)
        var noting = Result<Void, any Error>.success(())
        let outcome = try SQLiteLedger.mapped {
            try ledger.store.write(
                { try Self.write($0, key, now: ledger.clock.now, reason: reason, above: known) },
                committed: { noting = Self.note($0, ledger.files, ledger.head) })
        }
        try noting.get()
        return outcome.checkpoint
    }

    /// Notes a checkpoint outside the ledger. Inside the gate.
    static func note(_ outcome: Outcome, _ files: LedgerFiles, _ head: AuditHead) -> Result<Void, any Error> {
        head.note(sequence: outcome.sequence, hash: outcome.hash)
        let file = CheckpointFile(path: files.auditCheckpoints)
        return Result {
            if try file.last()?.checkpoint != outcome.checkpoint { try file.append(outcome.checkpoint) }
        }
    }

    /// Writes the row, and the event of a new epoch before it.
    static func write(
        _ connection: Connection, _ key: AuditKey, now: Timestamp, reason: String?, above known: Int64
    ) throws -> Outcome {
        let appender = try EventAppender(connection, now: now)
        let name = try CheckpointRow.ledger(connection)
        let newest = try CheckpointRow.newest(connection, of: name)
        var epoch = try CheckpointRow.epoch(connection)
        let isNewKey = newest.map { $0.checkpoint.key != key.publicKey } ?? false
        if let reason = reason ?? (isNewKey ? "new key" : nil) {
            epoch = max(epoch, known) + 1
            try appender.append(.epoch(EpochEvent(number: epoch, reason: reason)))
        }
        if let newest, newest.checkpoint.size == appender.sequence {
            return Outcome(checkpoint: newest.checkpoint, sequence: appender.sequence, hash: appender.hash)
        }
        var tree = newest?.tree ?? MerkleTree()
        try extend(&tree, to: appender.sequence, connection)
        let checkpoint = try Checkpoint(
            ledger: name, epoch: epoch, size: appender.sequence, time: appender.now,
            head: TreeHash(appender.hash) ?? .empty, root: tree.root
        ).signed(by: key)
        try CheckpointRow.insert(checkpoint, tree, connection)
        return Outcome(checkpoint: checkpoint, sequence: appender.sequence, hash: appender.hash)
    }

    /// Appends the leaves that a tree lacks.
    private static func extend(_ tree: inout MerkleTree, to size: Int64, _ connection: Connection) throws {
        let rows = try connection.statement("SELECT hash FROM event_log WHERE seq > ? ORDER BY seq")
        rows.bind(1, Int64(clamping: tree.size))
        defer { rows.reset() }
        while try rows.step() {
            guard let leaf = rows.withBytes(0, { TreeHash($0) }) else { break }
            tree.append(leaf)
        }
        guard tree.size == UInt64(clamping: size) else {
            throw LedgerError(
                .audit, message: "the ledger's events have gaps", hint: "ai1 credits check --full tells more")
        }
    }
}
