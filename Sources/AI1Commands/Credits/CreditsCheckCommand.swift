internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits check`: whether the books are whole.
package struct CreditsCheckCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the ledger, and close requests whose program died.",
        discussion: """
            The quick check compares balances, budgets and the newest events with what was noted outside the ledger. The \
            full one recomputes every row from the chain of events. What is found is printed, one finding a line, and the \
            exit code is then 65.

            Examples:
              ai1 credits check
              ai1 credits check --full --json
              ai1 credits check --receipt receipt.json
            """)

    @Flag(help: "Recompute everything from the chain of events.")
    package var full = false

    @Flag(
        name: .customLong("accept-clock"),
        help: "The clock is right, though it ran ahead of the time since the machine was started.")
    package var acceptClock = false

    @Option(
        help: ArgumentHelp("Verify a receipt in place of the ledger; - reads standard input.", valueName: "file"),
        completion: .file())
    package var receipt: String?

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        if receipt != nil && (full || acceptClock) { throw ValidationError("--receipt excludes the other flags") }
    }

    package func run(_ context: CommandContext) async throws {
        if let receipt { return try ReceiptView.verify(receipt, json: json, context) }
        let books = try CreditsBooks(context, forAudit: true)
        if acceptClock { try books.ledger.acceptClock() }
        let sweep = try Self.sweep(books)
        let report = try full ? LedgerCheck.full(books.ledger) : LedgerCheck.quick(books.ledger)
        if report.isGood { books.sign() }
        let view = CheckView(report: report, isFull: full, swept: sweep)
        try context.output.write(text: json ? view.json.text + "\n" : view.lines)
        guard report.isGood else {
            throw CommandError(
                .badInput, message: "the ledger is not as it must be: \(view.count)",
                hint: "keep the file as it is, and see: ai1 help credits restore")
        }
    }

    /// Closes what died. A ledger that cannot be written to, or is not whole, is only looked at.
    private static func sweep(_ books: CreditsBooks) throws -> Sweeper.Report? {
        do {
            return try Sweeper(ledger: books.ledger).sweep()
        } catch let error as LedgerError {
            // A clock that nobody believes is a thing to decide; anything else, the check itself will tell.
            if error.code == .clock { throw error }
            return nil
        }
    }
}
