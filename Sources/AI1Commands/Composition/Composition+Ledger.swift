internal import AI1Core
internal import AI1Ledger
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Composition {
    /// Where the parts of the ledger are.
    var ledgerFiles: LedgerFiles { LedgerFiles(data: paths.data, config: paths.config, state: paths.state) }

    /// The user's local time.
    var calendar: LocalCalendar { LocalCalendar(environment: context.environment) }

    /// Opens the ledger, and makes it on first use. What killed processes left open is closed. Commands that need no credits
    /// never do this.
    /// - Parameter forAudit: also opens a ledger that is older than it should be, and changes nothing
    /// - Throws: `LedgerError`, `SettingsError`
    func openLedger(forAudit: Bool = false) throws -> SQLiteLedger {
        try Directory.ensure(paths.data)
        try? Directory.ensure(paths.state)
        let ledger = try SQLiteLedger.open(
            ledgerFiles, clock: SystemMachineClock(), calendar: calendar, forAudit: forAudit)
        if ledger.isNew { try? AtomicFile.write([], to: grantMarker) }
        // A ledger that may only be read, or whose clock is in doubt, says so where it matters.
        if !forAudit { try? ledger.sweepSome() }
        return ledger
    }

    /// Whether the credits of the first start have not been told to a person yet: a first start under cron is told at
    /// the next use on a terminal.
    func takeGrantNews() -> Bool { unlink(grantMarker) == 0 }

    private var grantMarker: String { Paths.join(paths.state, "credits.granted") }
}
