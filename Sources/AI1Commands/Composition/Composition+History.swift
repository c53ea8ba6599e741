internal import AI1Core
internal import AI1History
internal import AI1Ledger
internal import AI1Settings

extension Composition {
    /// The history, opened once for this process, and made on first use.
    /// - Throws: `HistoryError`, `SettingsError`
    func openHistory() throws -> HistoryFile {
        try historyDesk.open { try Directory.ensure(paths.data) }
    }

    /// The day of a moment in the user's zone, as a number such as 20261122.
    func day(of time: Timestamp) -> Int64 { calendar.day(time.millisecondsSinceEpoch / 1_000) }
}
