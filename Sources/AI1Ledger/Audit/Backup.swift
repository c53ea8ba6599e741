internal import AI1Core
internal import AI1Storage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Copies of a ledger that were read back and checked before they count as made.
package enum Backup {
    /// What was made.
    package struct Outcome: Sendable, Hashable {
        package let path: String
        package let octets: Int64
        /// The full check of the copy.
        package let report: CheckReport
    }

    /// Makes a copy: under another name beside it first, checked in full, and then named, whole or not at all. Others
    /// go on writing meanwhile.
    /// - Parameter overwrites: whether a file of that name is replaced
    /// - Throws: `LedgerError`; of code `audit` when the ledger is not as it must be, and then nothing was made
    @discardableResult
    package static func make(_ ledger: SQLiteLedger, to path: String, overwrites: Bool = false) throws -> Outcome {
        guard !AuditFile.isSame(path, ledger.files.database) else {
            throw LedgerError(.invalid, message: "\(path) is the ledger itself", hint: "name another file")
        }
        guard overwrites || AuditFile.size(path) == nil else { throw exists(path) }
        if ledger.store.readOnlyReason == nil { try Checkpointer(ledger).make() }
        let temporary = "\(path).new-\(getpid())"
        try makeEmpty(temporary)
        defer { unlink(temporary) }
        return try SQLiteLedger.mapped {
            try ledger.store.copy(to: temporary)
            let report = try check(temporary, ledger.clock)
            try AuditFile.sync(temporary)
            try name(temporary, path, overwrites: overwrites)
            return Outcome(path: path, octets: AuditFile.size(path) ?? 0, report: report)
        }
    }

    /// The full check of a file that nobody writes to.
    private static func check(_ path: String, _ clock: any MachineClock) throws -> CheckReport {
        let store = try Store.openToRead(path, schema: LedgerSchema.schema)
        return try demandGood(LedgerCheck.full(store, clock: clock), "the copy")
    }

    /// - Throws: `LedgerError` of code `audit` that tells the first finding
    static func demandGood(_ report: CheckReport, _ what: String) throws -> CheckReport {
        guard let first = report.findings.first else { return report }
        let others = report.findings.count - 1
        throw LedgerError(
            .audit, message: "\(what) is not as its events say: \(first)" + (others > 0 ? " (and \(others) more)" : ""),
            hint: "ai1 credits check --full tells what is wrong with the ledger in use")
    }

    /// Makes an empty file that only its owner can read, in the place of one that a crash left.
    static func makeEmpty(_ path: String) throws {
        unlink(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw AuditFile.failure("make", path) }
        close(descriptor)
    }

    private static func name(_ temporary: String, _ path: String, overwrites: Bool) throws {
        if overwrites {
            guard rename(temporary, path) == 0 else { throw AuditFile.failure("make", path) }
        } else if link(temporary, path) != 0 {
            guard errno != EEXIST else { throw exists(path) }
            // A medium without links, such as a memory stick.
            guard AuditFile.size(path) == nil, rename(temporary, path) == 0 else {
                throw AuditFile.failure("make", path)
            }
        }
        AuditFile.syncFolder(of: path)
    }

    private static func exists(_ path: String) -> LedgerError {
        LedgerError(
            .storage(.cannotCreate), message: "\(path) exists already", hint: "name another file, or add --force")
    }
}
