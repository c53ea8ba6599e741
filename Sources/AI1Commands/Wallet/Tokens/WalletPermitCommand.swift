internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet permit`: an allowance that is signed, not sent.
package struct WalletPermitCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "permit",
        abstract: "Sign a permit: an allowance that the spender hands in (EIP-2612).",
        discussion: """
            Nothing is sent and nothing is paid now: whoever has the signature can hand it in until the deadline, and the \
            allowance lasts after that. Give it to nobody but the one whom you mean.

            Examples:
              ai1 wallet permit 25 AI1NET @exchange
              ai1 wallet permit 25 AI1NET @exchange --deadline 10m --json --yes
            """)

    private static let standardMilliseconds: Int64 = 30 * 60_000

    @Argument(
        help: ArgumentHelp("The amount with its token, and who may take it.", valueName: "amount token spender"),
        completion: WalletCompletion.people)
    package var words: [String]

    @Option(
        help: ArgumentHelp("Until when it can be handed in, such as 10m; without it 30 minutes.", valueName: "time"),
        transform: DurationArgument.init(_:))
    package var deadline: DurationArgument?

    @OptionGroup(title: "Consent") package var consent: ConsentOptions
    @OptionGroup(title: "Account") package var account: WalletAccountOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let amount = try AmountWords(words)
        guard amount.rest.count == 1 else {
            throw CommandError(
                .usage, message: amount.rest.isEmpty ? "nobody was named who may take it" : "too many words",
                hint: "ai1 wallet permit 25 AI1NET @exchange")
        }
        let chain = try ChainDesk(context, network)
        let (asset, raw) = try chain.network.amount(amount)
        guard case .token(let token) = asset else {
            throw CommandError(
                .usage, message: "\(asset.symbol) is the network's own coin: nobody can be let take it",
                hint: "permit an amount of a token")
        }
        let from = try chain.desk.account(account)
        if !consent.dryRun { _ = try from.keystorePath() }
        let spender = try Counterparty(amount.rest[0], chain.desk, chainID: chain.network.chainID)
        try await chain.client.checkEveryEndpoint()
        try await TokenClient(chain: chain.client).checkDecimals(of: token)
        let lifetime = deadline?.milliseconds ?? Self.standardMilliseconds
        let end = max(0, context.clock.now.advanced(byMilliseconds: lifetime).millisecondsSinceEpoch / 1_000)
        let (permit, data) = try await PermitDraft(chain: chain, token: token).permit(
            owner: from.address, spender: spender.address, value: raw, deadline: UInt256(UInt64(end)))
        let view = PermitView(chain: chain, permit: permit, data: data, token: token, spender: spender, from: from)
        if consent.dryRun {
            for line in try view.lines(width: chain.desk.outputFacts.columns, style: .plain) {
                try context.output.line(line)
            }
            return
        }
        if !consent.yes {
            for line in try view.lines(width: chain.desk.errorFacts.columns, style: chain.desk.errorStyle) {
                try context.errors.line(line)
            }
        }
        try chain.desk.demandYes("Type yes to sign it:", isGiven: consent.yes, refusal: "nothing was signed")
        let signature = try data.signed(by: try chain.desk.unlock(from, account.password))
        try context.output.line(
            consent.json ? try view.json(signature).text : HexText.encode(signature.bytes))
    }
}
