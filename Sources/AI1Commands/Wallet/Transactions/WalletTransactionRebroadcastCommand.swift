internal import AI1Chain
internal import AI1Core
package import ArgumentParser

/// `ai1 wallet tx rebroadcast`: the very same octets again.
package struct WalletTransactionRebroadcastCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rebroadcast",
        abstract: "Send a transaction of the journal again, as it was signed.",
        discussion: """
            Nothing is signed: the same octets can never be two transactions.

            Examples:
              ai1 wallet tx pending
              ai1 wallet tx rebroadcast 0x1b2c… --confirmations 2
            """)

    @Argument(help: "Its hash.", completion: WalletCompletion.pending, transform: TransactionHash.init(_:))
    package var hash: TransactionHash

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let (chain, entry) = try ChainDesk.journalled(hash.hash, context, network)
        try await chain.client.checkEveryEndpoint()
        let delivery = try Delivery(chain: chain, wait: wait, json: json)
        let hash = hash.hash
        try await delivery.run(facts: ["summary": .string(entry.summary)]) { try await $0.rebroadcast(hash) }
    }
}
