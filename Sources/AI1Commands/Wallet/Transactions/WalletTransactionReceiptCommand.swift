internal import AI1Chain
internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx receipt`: what became of a transaction.
package struct WalletTransactionReceiptCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Show what became of a transaction, waiting for it if need be.",
        discussion: """
            A transaction that was reverted ends with exit code 104 and the contract's reason, as far as it can be found out.

            Examples:
              ai1 wallet tx receipt 0x1b2c…
              ai1 wallet tx receipt 0x1b2c… --confirmations 12 --timeout 10m
              ai1 wallet tx receipt 0x1b2c… --confirmations 0 --json
            """)

    @Argument(help: "Its hash.", completion: WalletCompletion.pending, transform: TransactionHash.init(_:))
    package var hash: TransactionHash

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let hash = hash.hash
        var options = network
        let journal = try ChainDesk.journal(WalletDesk(context))
        // What this machine has sent needs no flag.
        if options.network == nil, options.chain == nil, let entry = try journal.entry(hash) {
            options.chain = String(entry.chainID)
        }
        let chain = try ChainDesk(context, options)
        let notices = SendingNotices(errors: context.errors, style: chain.desk.errorStyle)
        let watcher = ReceiptWatcher(
            client: chain.client, journal: journal, clock: context.clock, notify: { notices.show($0) })
        if wait.confirmations == 0, try await chain.client.receipt(hash) == nil {
            throw ChainError(
                .tryLater, "\(hash.hex) is in no block yet",
                hint: "leave out --confirmations 0 to wait for it; ai1 wallet tx pending shows what was sent from here")
        }
        do {
            let found = try await watcher.wait(
                for: hash, confirmations: wait.confirmations, milliseconds: wait.timeoutMilliseconds)
            try show(found.receipt, found.confirmations, chain, error: nil)
        } catch let error as ChainError where error.code == .reverted {
            if let receipt = try? await chain.client.receipt(hash) { try show(receipt, nil, chain, error: error) }
            throw error
        }
    }

    private func show(_ receipt: Receipt, _ confirmations: UInt64?, _ chain: ChainDesk, error: ChainError?) throws {
        guard json else {
            let table = TransactionReceiptView.table(receipt, confirmations: confirmations, on: chain.network)
            return try chain.context.output.show(table, chain.desk.outputFacts)
        }
        var object: JSONObject = ["v": 1]
        guard case .object(let members) = TransactionReceiptView.json(receipt, confirmations: confirmations) else {
            return
        }
        for member in members.members { object[member.name] = member.value }
        object["error"] = error.map { OutcomeJSON.error($0) } ?? .null
        try chain.context.output.line(JSONValue.object(object).text)
    }
}
