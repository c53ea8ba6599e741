package import ArgumentParser

/// `ai1 credits budget`: caps on what may be spent.
package struct CreditsBudgetCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "budget",
        abstract: "Set, list and remove budgets.",
        discussion: """
            A budget bounds what requests may cost in a day, in a month or in all: of everything, of one job or of one \
            model. A request that could overshoot one is refused before it is sent, however many run at once.

            Examples:
              ai1 credits budget set 50 --per day
              ai1 credits budget set '$2' --per month --job brief
              ai1 credits budget remove --per day
            """,
        subcommands: [
            CreditsBudgetSetCommand.self, CreditsBudgetListCommand.self, CreditsBudgetRemoveCommand.self,
        ],
        defaultSubcommand: CreditsBudgetListCommand.self)

    package init() {}
}
