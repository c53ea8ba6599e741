internal import AI1Core
package import AI1Wallet

/// What chains of the OP stack (Base, Optimism) take beside gas for publishing a transaction on Ethereum. The transaction sets
/// no bound for it: it is what the chain asks at the moment of inclusion.
package enum PublishingFee {
    /// The contract that tells it has the same address on every such chain: 0x4200…000F.
    private static let oracle = [0x42] + Array(repeating: UInt8(0), count: 18) + [0x0F]
    private static let function = ABIFunction(
        name: "getL1Fee", inputs: [ABIParameter(name: "data", type: .bytes)], outputs: [ABIParameter(type: .uint256)])
    /// Ethereum itself and its test chains, and local ones: not asked.
    private static let without: Set<UInt64> = [1, 11_155_111, 17_000, 560_048, 1_337, 31_337]

    /// The fee as of now, in wei; nil on chains that have none.
    /// - Parameter transaction: not signed; the contract adds what a signature takes
    /// - Throws: `ChainError` when no endpoint answers; `CancellationError`
    package static func estimate(_ transaction: Transaction, on chain: ChainClient) async throws -> UInt256? {
        guard !without.contains(chain.network.chainID), let contract = Address(oracle) else { return nil }
        let data = try function.encodeCall([.bytes(transaction.unsignedPayload)])
        let reply = try await chain.rpc.call(
            ChainClient.callRequest(CallRequest(to: contract, data: data), at: .latest))
        // Where the contract is not, there is nothing to revert, and nothing comes back.
        if case .failure(let failure) = reply.outcome, NodeTexts.isRevert(failure) { return nil }
        let result = try AnswerReader(reply).data()
        return result.count == 32 ? UInt256(bigEndian: result) : nil
    }
}
