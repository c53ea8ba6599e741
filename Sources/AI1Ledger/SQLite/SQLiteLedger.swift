internal import AI1Core
package import AI1Storage

/// The ledger in a SQLite file. Any number of processes may have it open.
package final class SQLiteLedger: LedgerStore {
    /// After so many events at most twice over, a checkpoint is signed without being asked for.
    private static let eventsPerCheckpoint: Int64 = 1_024

    package let store: Store
    package let files: LedgerFiles
    package let calendar: LocalCalendar
    /// Whether this call made the ledger.
    package let isNew: Bool
    let clock: any MachineClock
    let head: AuditHead
    /// Why this ledger may only be looked at: it is older than what was noted about it.
    let older: LedgerError?

    private init(
        store: Store, files: LedgerFiles, clock: any MachineClock, calendar: LocalCalendar, isNew: Bool,
        head: AuditHead, older: LedgerError?
    ) {
        self.store = store
        self.files = files
        self.clock = clock
        self.calendar = calendar
        self.isNew = isNew
        self.head = head
        self.older = older
    }

    /// Opens the ledger, and makes it on first use: 500 promo credits, 500 play credits and the pool of rewards are in it
    /// then. The folders must exist.
    /// - Parameter forAudit: also opens a ledger that is older than what was noted about it, to look into it; it cannot be
    ///   written to
    /// - Throws: `LedgerError`
    package static func open(
        _ files: LedgerFiles, clock: any MachineClock, calendar: LocalCalendar, forAudit: Bool = false
    ) throws -> SQLiteLedger {
        try mapped {
            let store = try Store.open(files.database, schema: LedgerSchema.schema)
            let head = AuditHead(path: files.auditHead)
            var isNew = false
            let newest = try store.read { try $0.integer("SELECT max(seq) FROM event_log") }
            if newest == nil {
                isNew = try store.write { connection in
                    let appender = try EventAppender(connection, now: clock.now)
                    // Another process may have been faster.
                    guard appender.sequence == 0 else { return false }
                    try Founding.write(appender)
                    return true
                }
            }
            let older = try older(store, head, files)
            if let older, !forAudit { throw older }
            return SQLiteLedger(
                store: store, files: files, clock: clock, calendar: calendar, isNew: isNew, head: head, older: older)
        }
    }

    /// One transaction that appends events. The newest event is noted outside the ledger afterwards.
    /// - Parameter opensWindows: whether the wall clock decides about budgets; it must then be believable
    func append<Value>(opensWindows: Bool = true, _ body: (EventAppender) throws -> Value) throws -> Value {
        try refuseOlder()
        let (value, before, after, _) = try Self.mapped {
            try store.write(
                { connection in
                    let appender = try EventAppender(connection, now: try believedNow(connection))
                    let before = appender.sequence
                    if opensWindows { try checkClock(appender) }
                    return (try body(appender), before, appender.sequence, appender.hash)
                }, committed: { head.note(sequence: $0.2, hash: $0.3) })
        }
        let due = Self.eventsPerCheckpoint
        if before / due != after / due { Checkpointer(self).makeIfDue(every: due) }
        return value
    }

    /// A ledger that lacks what was committed before is not written to.
    /// - Throws: `LedgerError` of code `older`
    func refuseOlder() throws { if let older { throw older } }

    /// A transaction that only reads.
    package func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try Self.mapped { try store.read(body) }
    }

    /// Errors of the file store as the ledger's.
    static func mapped<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StorageError {
            throw LedgerError(error)
        }
    }

    /// Whether a ledger lacks what was committed before: a copy was put back, or its log was removed.
    private static func older(_ store: Store, _ head: AuditHead, _ files: LedgerFiles) throws -> LedgerError? {
        guard let noted = head.read() else { return nil }
        let found = try store.read { connection -> (newest: Int64, hash: [UInt8]?) in
            let newest = try connection.integer("SELECT max(seq) FROM event_log") ?? 0
            let row = try connection.statement("SELECT hash FROM event_log WHERE seq = ?")
            row.bind(1, noted.sequence)
            defer { row.reset() }
            return (newest, try row.step() ? row.bytes(0) : nil)
        }
        guard found.hash != noted.hash else { return nil }
        return LedgerError(
            .older,
            message: found.newest < noted.sequence
                ? "the ledger is older than it was: it has \(found.newest) events, and \(noted.sequence) were written"
                : "the ledger is not the one that was written: its event \(noted.sequence) is another",
            hint:
                "ai1 credits check tells more; if you put back a copy on purpose: ai1 credits restore \(files.database)"
        )
    }
}
