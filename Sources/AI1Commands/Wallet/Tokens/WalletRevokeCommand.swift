internal import AI1Chain
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet revoke`: takes an allowance back.
package struct WalletRevokeCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take back what a spender may take.",
        discussion: """
            The allowance becomes nothing. What was taken before stays taken.

            Examples:
              ai1 wallet revoke AI1NET @exchange
              ai1 wallet allowances
            """)

    @Argument(help: "The token, by its symbol.")
    package var token: String

    @Argument(
        help: "Who may spend it: @name, an address, or an account of your own.",
        completion: WalletCompletion.people)
    package var spender: String

    @OptionGroup(title: "What is signed") package var transaction: TransactionOptions
    @OptionGroup(title: "Consent") package var consent: ConsentOptions
    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Account") package var account: WalletAccountOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let chain = try ChainDesk(context, network)
        let party = try Counterparty(spender, chain.desk, chainID: chain.network.chainID)
        let order = try TransactionOrder.approval(try chain.network.knownToken(token), .zero, spender: party)
        let run = SendingRun(
            chain: chain, account: account, wishes: try transaction.wishes(context.environment), consent: consent,
            wait: wait)
        try await run.run(order)
    }
}
