internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits budget list`: all budgets.
package struct CreditsBudgetListCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List budgets with what is left (default).",
        discussion: """
            Examples:
              ai1 credits budget
              ai1 credits budget list --json
            """)

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let budgets = try books.ledger.state().budgets
        if json {
            let object: JSONValue = ["v": 1, "budgets": .array(budgets.map { BudgetView.json($0) })]
            return try context.output.line(object.text)
        }
        guard !budgets.isEmpty else {
            return try context.errors.line("no budget is set; for one: ai1 credits budget set 50 --per day")
        }
        try context.output.show(BudgetView.table(budgets, books), books.live.outputFacts)
    }
}
