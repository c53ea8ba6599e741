internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits show`: everything at a glance.
package struct CreditsShowCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the balance, what was spent, and what budgets leave (default).",
        discussion: """
            The first use of the ledger grants 500 promo credits. What requests under way hold is part of the balance.

            Examples:
              ai1 credits
              ai1 credits show --json
            """)

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let view = BalanceView(report: try BalanceReport.read(books.ledger), books: books)
        if json { return try context.output.line(view.json.text) }
        try context.output.show(view.table, books.live.outputFacts)
    }
}
