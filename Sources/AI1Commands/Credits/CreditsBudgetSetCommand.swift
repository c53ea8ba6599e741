internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits budget set`: a cap for a window of time.
package struct CreditsBudgetSetCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set a budget, or change its amount.",
        discussion: """
            Days and months are those of your time zone. What was already spent in the window counts.

            Examples:
              ai1 credits budget set 50 --per day
              ai1 credits budget set 500 --per month --model claude
              ai1 credits budget set '$2' --per total --job import
            """)

    @Argument(
        help: "50 and 50c are credits, $5 and 5usd US dollars; 0 lets nothing through.",
        transform: AmountArgument.init(_:))
    package var amount: AmountArgument

    @OptionGroup package var budget: BudgetOptions

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let scope = try budget.scope(books)
        try books.ledger.apply(.setBudget(scope, per: budget.per, cap: amount.amount))
        books.sign()
        let state = try books.ledger.state().budgets.first { $0.budget.scope == scope && $0.budget.per == budget.per }
        guard let state else { return }
        if json {
            return try context.output.line(JSONValue.object(["v": 1, "budget": BudgetView.json(state)]).text)
        }
        try context.output.line("budget of \(state.budget.words): \(state.left.credits) left")
    }
}
