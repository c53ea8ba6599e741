package import ArgumentParser

/// `ai1 credits`: the money.
package struct CreditsCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "credits",
        abstract: "See and manage the credits that requests are paid with.",
        discussion: """
            One credit (¢) is 0.01 US dollars. 500 is an amount in credits; $5 and 5usd are US dollars. Credits and their \
            books are kept on this machine; they are nobody else's money.

            Examples:
              ai1 credits
              ai1 credits budget set 50 --per day
              ai1 credits usage --by model
              ai1 credits export --format hledger | hledger -f - balance
            """,
        subcommands: [
            CreditsShowCommand.self, CreditsAddCommand.self, CreditsBudgetCommand.self, CreditsHistoryCommand.self,
            CreditsUsageCommand.self, CreditsRewardsCommand.self, CreditsCheckCommand.self, CreditsExportCommand.self,
            CreditsBackupCommand.self, CreditsRestoreCommand.self, CreditsReceiptCommand.self,
        ],
        defaultSubcommand: CreditsShowCommand.self)

    package init() {}
}
