internal import AI1Chain
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet approve`: lets somebody take tokens later.
package struct WalletApproveCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Let a contract or account take tokens of yours, up to an amount.",
        discussion: """
            The allowance is exactly the amount. --unlimited lets the spender take everything, now and whatever comes in \
            later; it is agreed to by typing the word. An allowance stays until it is used up or revoked.

            Examples:
              ai1 wallet approve 25 AI1NET @exchange
              ai1 wallet allowances
              ai1 wallet revoke AI1NET @exchange
            """)

    @Argument(
        help: ArgumentHelp(
            "The amount with its token, and who may spend it; with --unlimited the token alone.",
            valueName: "amount token spender"),
        completion: WalletCompletion.people)
    package var words: [String]

    @Flag(help: "Everything, for ever: leave the amount out.")
    package var unlimited: Bool = false

    @OptionGroup(title: "What is signed") package var transaction: TransactionOptions
    @OptionGroup(title: "Consent") package var consent: ConsentOptions
    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Account") package var account: WalletAccountOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let chain = try ChainDesk(context, network)
        let (token, raw, spender) = try amount(on: chain.network)
        let party = try Counterparty(spender, chain.desk, chainID: chain.network.chainID)
        var order = try TransactionOrder.approval(token, raw, spender: party)
        if unlimited {
            order.word = "unlimited"
            order.warnings.append(
                "the spender may take all your \(token.symbol), now and later, until you revoke it")
        }
        let run = SendingRun(
            chain: chain, account: account, wishes: try transaction.wishes(context.environment), consent: consent,
            wait: wait)
        try await run.run(order)
    }

    /// - Throws: `CommandError` of code `usage`
    private func amount(on network: Network) throws -> (token: Token, raw: UInt256, spender: String) {
        if unlimited {
            guard words.count == 2 else {
                throw CommandError(
                    .usage, message: "--unlimited takes a token and a spender",
                    hint: "ai1 wallet approve AI1NET @exchange --unlimited")
            }
            return (try network.knownToken(words[0]), .max, words[1])
        }
        let words = try AmountWords(words)
        guard words.rest.count == 1, let spender = words.rest.first else {
            throw CommandError(
                .usage, message: words.rest.isEmpty ? "nobody was named who is to spend it" : "too many words",
                hint: "ai1 wallet approve 25 AI1NET @exchange")
        }
        let (asset, raw) = try network.amount(words)
        guard case .token(let token) = asset else {
            throw CommandError(
                .usage, message: "\(asset.symbol) is the network's own coin: nobody can be let take it",
                hint: "approve an amount of a token")
        }
        return (token, raw, spender)
    }
}
