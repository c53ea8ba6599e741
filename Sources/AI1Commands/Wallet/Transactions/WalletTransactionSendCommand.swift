internal import AI1Chain
internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx send`: a transaction that is signed already.
package struct WalletTransactionSendCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a transaction that was signed before, here or elsewhere.",
        discussion: """
            It is read strictly, written down and sent; the same one twice is one. The network is that of its chain. With - \
            every line of standard input is sent and answered by a line of JSON.

            Examples:
              ai1 wallet tx send 0x02f8… --confirmations 2
              ai1 wallet tx send signed.txt --json
              ai1 wallet tx send - --confirmations 0 < signed.jsonl
            """)

    @Argument(help: "A file, raw hexadecimal digits with 0x, or - for lines of either.", completion: .file())
    package var input: String

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @OptionGroup(title: "Waiting") package var wait: WaitOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        guard input != TransactionInput.standardInput else { return try await sendLines(context) }
        let signed = try TransactionInput.signed(TransactionInput.read(input, try WalletDesk(context)))
        let chain = try chain(of: signed.transaction, context)
        try await chain.client.checkEveryEndpoint()
        let delivery = try Delivery(chain: chain, wait: wait, json: json)
        let shipment = try Shipment(signed, chain)
        if context.errors.isTerminal {
            try context.errors.line("\(shipment.summary), nonce \(signed.transaction.nonce)")
        }
        try await delivery.run(facts: shipment.facts) { try await shipment.send($0) }
    }

    /// Every line on its own: one that fails leaves the others alone.
    private func sendLines(_ context: CommandContext) async throws {
        try await LineService(context: context).run { line in
            let signed = try TransactionInput.signed(TransactionInput.parse(line))
            let chain = try chain(of: signed.transaction, context)
            let shipment = try Shipment(signed, chain)
            let report = try await Delivery(chain: chain, wait: wait, json: true).report(facts: shipment.facts) {
                try await shipment.send($0)
            }
            guard case .object(let object) = report.json else { return [:] }
            return object
        }
    }

    /// The network that was named, else the one of the transaction's chain.
    private func chain(of transaction: Transaction, _ context: CommandContext) throws -> ChainDesk {
        var options = network
        if options.network == nil, options.chain == nil { options.chain = String(transaction.chainID) }
        return try ChainDesk(context, options)
    }
}
