internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx build`: a transaction to be signed elsewhere.
package struct WalletTransactionBuildCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build a transaction to be signed on another machine.",
        discussion: """
            What is not given is asked of the chain, where everything is checked as for send. With --offline nothing is \
            asked: chain, nonce, gas limit and prices must be given. Printed is one line of JSON, which tx sign reads.

            Examples:
              ai1 wallet tx build 25 AI1NET @savings > tx.json
              ai1 wallet tx build --to 0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC \\
                --value 1eth --offline --chain 1 --nonce 4 --gas-limit 21000 \\
                --gas-price 20gwei --priority-gas-price 1gwei
              ai1 wallet tx build --to @vault --call 'deposit(uint256,address)' 5 @savings
            """)

    @Argument(
        help: ArgumentHelp("An amount and who gets it; with --call the arguments.", valueName: "amount unit to"),
        completion: WalletCompletion.people)
    package var words: [String] = []

    @OptionGroup(title: "What it does") package var build: BuildOptions

    @Flag(help: "Ask no network.")
    package var offline: Bool = false

    @OptionGroup(title: "What is signed") package var transaction: TransactionOptions
    @OptionGroup(title: "Account") package var account: WalletAccountOptions
    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let wishes = try transaction.wishes(context.environment)
        let document = offline ? try isolated(context, wishes) : try await connected(context, wishes)
        try context.output.line(JSONValue.object(document.object).text)
    }

    /// From what was given alone.
    private func isolated(_ context: CommandContext, _ wishes: FeeWishes) throws -> TransactionDocument {
        let desk = try WalletDesk(context)
        let isChainNamed =
            network.chain != nil || network.network != nil || desk.variable("CHAIN") != nil
            || desk.settings.wallet.network.origin != .builtIn
        let missing = [
            (isChainNamed, "--chain"), (wishes.nonce != nil, "--nonce"), (wishes.fees.gasLimit != nil, "--gas-limit"),
            (wishes.fees.gasPrice != nil, "--gas-price"),
            (wishes.fees.priorityGasPrice != nil || wishes.fees.isLegacy, "--priority-gas-price (or --legacy)"),
        ].filter { !$0.0 }.map(\.1)
        guard missing.isEmpty, let nonce = wishes.nonce, let gasLimit = wishes.fees.gasLimit,
            let plan = try FeePlanner.explicit(wishes.fees)
        else {
            throw CommandError(
                .usage, message: "--offline asks nobody: \(missing.joined(separator: ", ")) must be given",
                hint: "or leave out --offline, where a network is at hand")
        }
        let chain = try Network(desk.network(network))
        let order = try build.order(words, desk, chain)
        let made = try Transaction(
            kind: plan.kind, chainID: chain.chainID, nonce: nonce, gasLimit: gasLimit, fees: plan.fees, to: order.to,
            value: order.value, data: order.data)
        return TransactionDocument(
            made, from: try? sender(desk).address, describe: TransactionInput.words)
    }

    /// With what the chain says.
    private func connected(_ context: CommandContext, _ wishes: FeeWishes) async throws -> TransactionDocument {
        let chain = try ChainDesk(context, network)
        let from = try sender(chain.desk)
        let order = try build.order(words, chain.desk, chain.network)
        try await chain.client.checkEveryEndpoint()
        let nonce: UInt64
        if let wanted = wishes.nonce { nonce = wanted } else { nonce = try await next(chain, from.address) }
        var prepared = try await chain.prepare(order, from: from, nonce: nonce, wishes.fees)
        if let gap = try await chain.gap(before: wishes.nonce, of: from.address) { prepared.told.warnings.append(gap) }
        for warning in prepared.told.warnings { chain.desk.warn(warning) }
        // The document is the transaction alone, which says nothing of this part.
        if let publishing = prepared.told.fee.publishingText, context.errors.isTerminal {
            try context.errors.line(
                "fee at most \(prepared.maxFees), \(publishing) of it for publishing on Ethereum: "
                    + PublishingFee.marginWords)
        }
        return TransactionDocument(prepared.transaction, from: from.address, describe: TransactionInput.words)
    }

    /// The account's next nonce, behind what waits in the node's pool and in the journal of this machine.
    private func next(_ chain: ChainDesk, _ sender: Address) async throws -> UInt64 {
        let pooled = try await chain.client.nonce(of: sender, at: .pending)
        let waiting = try chain.journal().pending(chain: chain.network.chainID, sender: sender).map(\.nonce).max()
        return max(pooled, waiting.map { $0 + 1 } ?? 0)
    }

    /// Whose key is to sign. It need not be an account of this machine.
    private func sender(_ desk: WalletDesk) throws -> AccountEntry {
        do {
            return try desk.account(account)
        } catch let error as WalletError where error.code == .notFound {
            guard account.account == nil, account.keystore == nil, let text = account.from, text.hasPrefix("0x")
            else { throw error }
            let address = try Address(text)
            return AccountEntry(elsewhere: address)
        }
    }
}
