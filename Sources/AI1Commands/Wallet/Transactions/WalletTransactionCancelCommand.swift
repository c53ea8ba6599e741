internal import AI1Chain
internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx cancel`: nothing in the place of a transaction that waits.
package struct WalletTransactionCancelCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Take a transaction back that is in no block yet.",
        discussion: """
            One that was never sent is given up, and its nonce is free again. For one that was sent, a payment of nothing to \
            yourself with the same nonce and higher fees is signed and sent: whichever comes into a block first, counts.

            Examples:
              ai1 wallet tx cancel 0x1b2c…
              ai1 wallet tx cancel 0x1b2c… --yes --password-file ~/.pw
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
        let journal = try ChainDesk.journal(WalletDesk(context))
        if let entry = try journal.entry(hash.hash), entry.state == .journalled, !consent.dryRun {
            try journal.release(entry.hash)
            guard consent.json else {
                return try context.errors.line("given up: \(entry.summary); it was never sent")
            }
            let object: JSONValue = [
                "v": 1, "hash": .string(entry.hash.hex), "status": "released", "summary": .string(entry.summary),
            ]
            return try context.output.line(object.text)
        }
        let (chain, entry) = try ChainDesk.journalled(hash.hash, context, network)
        let run = ReplacementRun(
            chain: chain, entry: entry, fees: fees, consent: consent, wait: wait, password: password)
        try await run.run(verb: "Cancel") { old, current, wanted in
            try Replacement.cancel(old, sender: entry.sender, current: current, wanted: wanted)
        }
    }
}
