internal import AI1Core
internal import AI1Storage

/// Looks whether a ledger is what its events, its checkpoints and the notes outside it say. Changes nothing.
package enum LedgerCheck {
    /// Compares the ledger with what was noted outside it, follows the chain of the newest events, and adds up
    /// balances, holds and budgets. Its cost does not grow with the ledger.
    /// - Throws: `LedgerError` when the ledger cannot be looked at, or was written by a newer program
    package static func quick(_ ledger: SQLiteLedger) throws -> CheckReport {
        try report(ledger, all: false) { connection, notes, report, findings in
            try QuickCheck(connection: connection, findings: findings).run(notes, &report)
        }
    }

    /// Reads every event and compares every column of every row of every table with what follows from them.
    /// - Throws: `LedgerError` when the ledger cannot be looked at, or was written by a newer program
    package static func full(_ ledger: SQLiteLedger) throws -> CheckReport {
        try report(ledger, all: true) { connection, notes, report, findings in
            try FullCheck(connection: connection, findings: findings).run(notes, &report)
        }
    }

    private static func report(
        _ ledger: SQLiteLedger, all: Bool,
        _ body: (Connection, OutsideNotes, inout CheckReport, FindingList) throws -> Void
    ) throws -> CheckReport {
        let findings = FindingList()
        let notes = OutsideNotes(ledger, all: all, findings)
        var report = try run(ledger.store, ledger.clock, findings) { try body($0, notes, &$1, findings) }
        report.notes = notes.notes + report.notes
        return report
    }

    /// The full check of a file by itself, such as a backup.
    static func full(_ store: Store, clock: any MachineClock) throws -> CheckReport {
        let findings = FindingList()
        return try run(store, clock, findings) {
            try FullCheck(connection: $0, findings: findings).run(nil, &$1)
        }
    }

    private static func run(
        _ store: Store, _ clock: any MachineClock, _ findings: FindingList,
        _ body: (Connection, inout CheckReport) throws -> Void
    ) throws -> CheckReport {
        if let reason = store.readOnlyReason, reason.code == .newer { throw LedgerError(reason) }
        let start = clock.uptimeMilliseconds
        var report = CheckReport()
        try SQLiteLedger.mapped { try store.read { try body($0, &report) } }
        report.findings = findings.finish()
        report.milliseconds = clock.uptimeMilliseconds - start
        return report
    }
}
