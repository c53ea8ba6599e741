package import AI1Wallet

/// Runs a transaction on a node without sending it.
package struct Simulation: Sendable {
    private let chain: ChainClient
    private let errors: [ABIErrorDeclaration]
    private let names: @Sendable (Address) -> String?

    /// - Parameters:
    ///   - errors: what the contract declares, for reasons of reverts
    ///   - names: what an address is called; nil shows the address
    package init(
        chain: ChainClient, errors: [ABIErrorDeclaration] = [],
        names: @escaping @Sendable (Address) -> String? = { _ in nil }
    ) {
        self.chain = chain
        self.errors = errors
        self.names = names
    }

    /// Runs it on the state of a block.
    /// - Returns: what the call gives back
    /// - Throws: `ChainError` of code `reverted` with the reason in words, also when a token gives back that it refuses;
    ///   `insufficientFunds`; `CancellationError`
    @discardableResult
    package func run(
        _ transaction: Transaction, from: Address, at tag: BlockTag = .latest
    ) async throws -> [UInt8] {
        let call = CallRequest(transaction, from: from)
        return try result(try await chain.rpc.call(ChainClient.callRequest(call, at: tag)), of: transaction)
    }

    /// Runs it on the latest state, and asks in the same exchange what publishing it costs.
    /// - Throws: as `run`
    package func runPriced(_ transaction: Transaction, from: Address) async throws -> PublishingFee {
        let call = ChainClient.callRequest(CallRequest(transaction, from: from), at: .latest)
        let (reply, fee) = try await PublishingFee.ask(transaction, with: call, on: chain)
        _ = try result(reply, of: transaction)
        return fee
    }

    /// Why a transaction that is in a block was reverted: it is run again on the state before that block, which is nearly the
    /// state that it met. nil when it would not be reverted there, or the node does not keep that state.
    package func reasonOfRevert(of transaction: Transaction, from: Address, inBlock number: UInt64) async throws
        -> String?
    {
        let call = CallRequest(transaction, from: from)
        let tag = BlockTag.number(number > 0 ? number - 1 : 0)
        let reply = try await chain.rpc.call(ChainClient.callRequest(call, at: tag))
        guard case .failure(let failure) = reply.outcome, NodeTexts.isRevert(failure) else { return nil }
        return CallFailure.words(failure, errors, names)
    }

    private func result(_ reply: RPCReply, of transaction: Transaction) throws(ChainError) -> [UInt8] {
        if case .failure(let failure) = reply.outcome {
            throw CallFailure.error(failure, of: reply, errors: errors, names: names)
        }
        let result = try AnswerReader(reply).data()
        if Self.isRefusedByToken(transaction.data, result) {
            throw ChainError(
                .reverted, "the token would refuse: it gives back false", hint: "nothing was sent")
        }
        return result
    }

    /// Older tokens give back false in place of reverting (ERC-20).
    private static func isRefusedByToken(_ data: [UInt8], _ result: [UInt8]) -> Bool {
        let answering = [ERC20.transfer, ERC20.transferFrom, ERC20.approve]
        return result.count == 32 && result.allSatisfy { $0 == 0 }
            && answering.contains { data.starts(with: $0.selector) }
    }
}
