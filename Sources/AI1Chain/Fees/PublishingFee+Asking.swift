internal import AI1Core
package import AI1Wallet

extension PublishingFee {
    /// The contract that tells it has the same address on every such chain: 0x4200…000F.
    private static let oracle = [0x42] + Array(repeating: UInt8(0), count: 18) + [0x0F]
    private static let function = ABIFunction(
        name: "getL1Fee", inputs: [ABIParameter(name: "data", type: .bytes)], outputs: [ABIParameter(type: .uint256)])

    /// What an account has, in wei, and what publishing its transaction costs, asked for in one exchange.
    /// - Throws: `ChainError`; `CancellationError`
    package static func withBalance(
        of owner: Address, _ transaction: Transaction, on chain: ChainClient
    ) async throws -> (balance: UInt256, fee: PublishingFee) {
        let request = RPCRequest(
            "eth_getBalance", [.string(owner.lowercased), .string(BlockTag.latest.parameter)])
        let (reply, fee) = try await ask(transaction, with: request, on: chain)
        return (try AnswerReader(reply).quantity(), fee)
    }

    /// Asks for it together with something else, so that it costs no exchange of its own. A chain that is known to take
    /// none is not asked.
    /// - Parameter transaction: not signed; the contract adds what a signature takes
    /// - Throws: `ChainError` when no endpoint answers; `CancellationError`
    static func ask(
        _ transaction: Transaction, with request: RPCRequest, on chain: ChainClient
    ) async throws -> (reply: RPCReply, fee: PublishingFee) {
        let known = known(ofChain: chain.network.chainID)
        guard known != .absent, let contract = Address(oracle) else {
            return (try await chain.rpc.call(request), .absent)
        }
        let data = try function.encodeCall([.bytes(transaction.unsignedPayload)])
        let question = ChainClient.callRequest(CallRequest(to: contract, data: data), at: .latest)
        let replies = try await chain.rpc.batch([request, question])
        return (replies[0], read(replies[1], isCertain: known != nil))
    }

    /// - Parameter isCertain: whether the chain is known to take a fee. Elsewhere nothing, or a revert, comes back where
    ///   the contract is not: then there is none
    private static func read(_ reply: RPCReply, isCertain: Bool) -> PublishingFee {
        if case .failure(let failure) = reply.outcome {
            return NodeTexts.isRevert(failure) && !isCertain ? .absent : .untold
        }
        guard let result = try? AnswerReader(reply).data() else { return .untold }
        if result.isEmpty, !isCertain { return .absent }
        guard result.count == 32, let fee = UInt256(bigEndian: result) else { return .untold }
        return .asked(fee)
    }
}
