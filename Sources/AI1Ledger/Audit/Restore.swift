internal import AI1Core
internal import AI1Storage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Puts a backup in the place of the ledger.
package struct Restore: Sendable {
    /// What was done.
    package struct Outcome: Sendable, Hashable {
        /// Where the ledger that was there before is kept; nil when there was none, or when it was restored itself.
        package let kept: String?
        /// The new epoch, signed.
        package let checkpoint: SignedCheckpoint
        /// The full check of what was restored.
        package let report: CheckReport
    }

    private let files: LedgerFiles
    private let clock: any MachineClock
    private let calendar: LocalCalendar

    package init(_ files: LedgerFiles, clock: any MachineClock, calendar: LocalCalendar) {
        self.files = files
        self.clock = clock
        self.calendar = calendar
    }

    /// Checks a file in full, begins a new epoch in a copy of it, and puts the copy in the ledger's place; the ledger
    /// that was there is kept beside it. The ledger's own file can be named too: an older copy that was put there is
    /// accepted so. This process must not have the ledger open.
    /// - Throws: `LedgerError`; of code `audit` when the file is not as it must be. The ledger is then as it was.
    package func run(from path: String) throws -> Outcome {
        guard AuditFile.size(path) != nil else {
            throw LedgerError(.notFound, message: "\(path) does not exist")
        }
        return try SQLiteLedger.mapped {
            AuditFile.isSame(path, files.database) ? try acceptOwnFile() : try replace(from: path)
        }
    }

    private func acceptOwnFile() throws -> Outcome {
        let ledger = try SQLiteLedger.open(files, clock: clock, calendar: calendar, forAudit: true)
        let report = try Backup.demandGood(LedgerCheck.full(ledger.store, clock: clock), files.database)
        let checkpoint = try Checkpointer(ledger).make(
            reason: "restored from its own file", above: newestEpochOutside())
        return Outcome(kept: nil, checkpoint: SignedCheckpoint(checkpoint), report: report)
    }

    private func replace(from path: String) throws -> Outcome {
        let known = max(try newestEpochOutside(), epochOfPresent())
        let key = try AuditKey.loadOrMake(files.auditKey)
        try AuditFile.makeFolder(of: files.database)
        let temporary = "\(files.database).restoring-\(getpid())"
        defer { for suffix in ["", "-wal", "-shm", "-gate"] { unlink(temporary + suffix) } }
        try Backup.makeEmpty(temporary)
        try Store.openToRead(path, schema: LedgerSchema.schema).copy(to: temporary)
        let (report, outcome) = try prepare(temporary, key, "restored from \(path)", known)
        try AuditFile.sync(temporary)
        let hadLedger = AuditFile.size(files.database) != nil
        let kept = "\(files.database).before-restore-\(clock.now.millisecondsSinceEpoch)"
        let head = AuditHead(path: files.auditHead)
        var noting = Result<Void, any Error>.success(())
        try Store.replace(files.database, with: temporary, keeping: kept) {
            noting = Checkpointer.note(outcome, files, head)
        }
        try noting.get()
        return Outcome(
            kept: hadLedger ? kept : nil, checkpoint: SignedCheckpoint(outcome.checkpoint), report: report)
    }

    /// Checks the copy and begins the new epoch in it, so that it is complete before it takes the ledger's place.
    private func prepare(
        _ path: String, _ key: AuditKey, _ reason: String, _ known: Int64
    ) throws -> (CheckReport, Checkpointer.Outcome) {
        let copy = try Store.open(path, schema: LedgerSchema.schema)
        if let reason = copy.readOnlyReason { throw reason }
        let report = try Backup.demandGood(LedgerCheck.full(copy, clock: clock), "the file")
        let outcome = try copy.write {
            try Checkpointer.write($0, key, now: clock.now, reason: reason, above: known)
        }
        try copy.flush()
        return (report, outcome)
    }

    /// The newest epoch that was signed outside the ledger.
    private func newestEpochOutside() throws -> Int64 {
        try CheckpointFile(path: files.auditCheckpoints).all().compactMap { $0.checkpoint?.epoch }.max() ?? 0
    }

    /// The newest epoch of the ledger that is there; 0 when it cannot be read. Empties its log on the way, where it
    /// can.
    private func epochOfPresent() -> Int64 {
        guard AuditFile.size(files.database) != nil,
            let store = try? Store.open(files.database, schema: LedgerSchema.schema)
        else { return 0 }
        try? store.flush()
        return (try? store.read { try CheckpointRow.epoch($0) }) ?? 0
    }
}
