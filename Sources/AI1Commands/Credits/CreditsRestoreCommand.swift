internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 credits restore`: a backup in the place of the ledger.
package struct CreditsRestoreCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the ledger.",
        discussion: """
            The backup is checked in full first, and a signed new epoch says that it was put back on purpose. The ledger \
            that was there is kept beside it. What happened after the backup is no longer in the books.

            Examples:
              ai1 credits restore ~/backup/credits.db
              ai1 credits restore ~/backup/credits.db --yes
            """)

    @Argument(help: "The backup.", completion: .file())
    package var file: String

    @Flag(name: .shortAndLong, help: "Do not ask.")
    package var yes = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        try Self.refuseWhileAsked(live)
        if !yes { try confirm(live) }
        let path = live.paths.expand(file, from: context.workingDirectory)
        let outcome = try Restore(live.ledgerFiles, clock: SystemMachineClock(), calendar: live.calendar).run(
            from: path)
        try context.errors.line("restored \(grouped(outcome.report.events)) events")
        if let kept = outcome.kept { try context.errors.line("the ledger from before: \(kept)") }
    }

    /// What requests under way cost could not be booked in another ledger. One that cannot be opened knows of none.
    private static func refuseWhileAsked(_ live: Composition) throws {
        guard let ledger = try? live.openLedger(forAudit: true),
            let alive = try? Sweeper(ledger: ledger).sweep().alive, alive > 0
        else { return }
        throw CommandError(
            .answer(.tryLater), message: "\(alive) \(alive == 1 ? "request is" : "requests are") under way",
            hint: "try again when they are done; ai1 credits history --all shows them")
    }

    /// - Throws: `CommandError` of code `declined`; `TerminalError` where nobody can be asked
    private func confirm(_ live: Composition) throws {
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: live.context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        let prompt = LinePrompt(facts: facts, input: live.context.input, output: live.context.errors.descriptor)
        let name = TerminalCleaner.cleanLine(file, limit: 200)
        let answer = try prompt.confirm("Replace the ledger by \(name)?", standard: false, hint: "add --yes")
        guard answer == true else { throw CommandError(.declined, message: "nothing was restored") }
    }
}
