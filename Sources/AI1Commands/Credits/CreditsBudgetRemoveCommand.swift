internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits budget remove`: takes a cap away.
package struct CreditsBudgetRemoveCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a budget.",
        discussion: """
            Examples:
              ai1 credits budget remove --per day
              ai1 credits budget remove --per month --job brief
            """)

    @OptionGroup package var budget: BudgetOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let scope = try scope(books)
        try books.ledger.apply(.removeBudget(scope, per: budget.per))
        books.sign()
        try context.errors.line("budget removed")
    }

    /// A budget's model need not be known any more.
    private func scope(_ books: CreditsBooks) throws -> Budget.Scope {
        if let model = budget.model,
            try books.ledger.state().budgets.contains(where: { $0.budget.scope == .model(model) })
        {
            return .model(model)
        }
        return try budget.scope(books)
    }
}
