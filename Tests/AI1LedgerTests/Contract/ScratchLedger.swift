import AI1Ledger
import AI1TestSupport

/// Folders of a ledger for a test.
struct ScratchLedger {
    let folder: TemporaryFolder
    let files: LedgerFiles

    init() throws {
        folder = try TemporaryFolder()
        for name in ["data", "config", "state"] { try folder.makeFolder(name) }
        files = LedgerFiles(data: folder.path("data"), config: folder.path("config"), state: folder.path("state"))
    }

    func open(
        clock: any MachineClock = TestMachineClock(), calendar: LocalCalendar = LocalCalendar(offsetSeconds: 3_600)
    ) throws -> SQLiteLedger {
        try SQLiteLedger.open(files, clock: clock, calendar: calendar)
    }
}
