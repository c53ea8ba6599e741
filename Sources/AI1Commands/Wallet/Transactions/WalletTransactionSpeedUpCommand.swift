internal import AI1Chain
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx speed-up`: the same with higher fees.
package struct WalletTransactionSpeedUpCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "speed-up",
        abstract: "Send a transaction that waits again, with higher fees in place of it.",
        discussion: """
            It keeps its nonce, so that only one of the two can happen. Its fees rise by an eighth, or to what a new \
            transaction would offer now if that is more.

            Examples:
              ai1 wallet tx speed-up 0x1b2c…
              ai1 wallet tx speed-up 0x1b2c… --gas-price 40gwei --priority-gas-price 2gwei
            """)

    @Argument(help: "Its hash.", completion: WalletCompletion.pending, transform: TransactionHash.init(_:))
    package var hash: TransactionHash

    @OptionGroup(title: "Fees") package var fees: ReplacementOptions
    @OptionGroup(title: "Consent") package var consent: ConsentOptions
    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Password") package var password: WalletPasswordOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let (chain, entry) = try ChainDesk.journalled(hash.hash, context, network)
        let run = ReplacementRun(
            chain: chain, entry: entry, fees: fees, consent: consent, wait: wait, password: password)
        try await run.run(verb: "Speed up") { old, current, wanted in
            try Replacement.speedUp(old, current: current, wanted: wanted)
        }
    }
}
