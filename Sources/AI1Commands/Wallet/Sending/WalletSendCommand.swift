internal import AI1Chain
package import ArgumentParser

/// `ai1 wallet send`: coin or tokens to somebody.
package struct WalletSendCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send coin or tokens.",
        discussion: """
            The amount has a unit: the network's coin, gwei, wei, or a token that is pinned on the network. It goes to a \
            contact (@name), an address, or an account of your own. Everything is checked and shown before anything is \
            signed; what was signed is written down before it is sent, and sent again rather than signed again.

            Examples:
              ai1 wallet send 25 AI1NET @savings
              ai1 wallet send 0.1eth 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --dry-run
              ai1 wallet send 5 AI1NET @rent --yes --password-file ~/.pw --json \\
                --idempotency-key rent-2026-11 --confirmations 3
            """)

    @Argument(
        help: ArgumentHelp("The amount with its unit, and who gets it.", valueName: "amount unit to"),
        completion: WalletCompletion.people)
    package var words: [String]

    @Option(
        name: .customLong("idempotency-key"),
        help: ArgumentHelp("Send once under this key, however often the command is run.", valueName: "key"),
        transform: LedgerName.key)
    package var key: String?

    @OptionGroup(title: "What is signed") package var transaction: TransactionOptions
    @OptionGroup(title: "Consent") package var consent: ConsentOptions
    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Account") package var account: WalletAccountOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let words = try AmountWords(words)
        guard words.rest.count == 1, let recipient = words.rest.first else {
            throw CommandError(
                .usage, message: words.rest.isEmpty ? "nobody was named who is to get it" : "too many words",
                hint: "ai1 wallet send 25 AI1NET @savings")
        }
        let chain = try ChainDesk(context, network)
        let amount = try chain.network.amount(words)
        let party = try Counterparty(recipient, chain.desk, chainID: chain.network.chainID)
        let order = try TransactionOrder.transfer(amount.asset, amount.raw, to: party, on: chain.network)
        let run = SendingRun(
            chain: chain, account: account, wishes: try transaction.wishes(context.environment), consent: consent,
            wait: wait, key: key)
        try await run.run(order)
    }
}
