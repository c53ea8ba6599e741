internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// The open ledger of a command, and what its reports are shown with.
struct CreditsBooks {
    let live: Composition
    let ledger: SQLiteLedger

    /// Opens the ledger. The first use makes it, grants credits and says so.
    /// - Parameter forAudit: also opens a ledger that is older than it should be
    /// - Throws: `LedgerError`, `SettingsError`
    init(_ context: CommandContext, forAudit: Bool = false) throws {
        live = try Composition(context)
        ledger = try live.openLedger(forAudit: forAudit)
        guard live.errorFacts.isTerminal, live.takeGrantNews() else { return }
        try context.errors.line("500 promo credits to start with")
    }

    /// A ledger that is open.
    init(live: Composition, ledger: SQLiteLedger) {
        self.live = live
        self.ledger = ledger
    }

    /// Signs what the ledger is now. The change itself is made: what keeps it from being signed is only said.
    func sign() {
        do {
            try Checkpointer(ledger).make()
        } catch {
            let reason = (error as? any AI1Error)?.message ?? "\(error)"
            try? live.context.errors.line(
                "ai1: no checkpoint was signed: \(TerminalCleaner.cleanLine(reason, limit: 300))")
        }
    }

    /// Bars as the terminal can show them.
    var bars: BarText { BarText(environment: live.context.environment) }

    /// A day such as 20261122, or a month such as 202611, as `2026-11-22`.
    static func dateText(_ number: Int64) -> String {
        let digits = String(number)
        let parts = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6)]
        return parts.filter { !$0.isEmpty }.joined(separator: "-")
    }

    /// Where a file that the user named is, from the folder that the command was started in.
    func path(_ name: String) -> String { live.paths.expand(name, from: live.context.workingDirectory) }
}
