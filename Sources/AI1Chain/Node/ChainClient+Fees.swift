internal import AI1Core
package import AI1Wallet

extension ChainClient {
    /// The base fees and rewards of the latest blocks; nil when the node has no such call.
    /// - Parameters:
    ///   - blocks: how many, 1 to 1024
    ///   - percentile: of the rewards in each block, weighed by gas, 0 to 100
    package func feeHistory(blocks: Int, percentile: Int) async throws -> FeeHistory? {
        let reply = try await rpc.call(
            RPCRequest(
                "eth_feeHistory",
                [
                    .string(UInt256(UInt64(max(1, blocks))).hex), .string(BlockTag.latest.parameter),
                    .array([.integer(percentile)]),
                ]))
        if case .failure(let failure) = reply.outcome, failure.isMethodMissing { return nil }
        return try FeeHistory(AnswerReader(reply), blocks: max(1, blocks))
    }

    /// The node's proposal for a gas price, in wei.
    package func gasPrice() async throws -> UInt256 { try await ask("eth_gasPrice").quantity() }

    /// The node's proposal for the tip of a unit of gas, in wei; nil when it has no such call.
    package func maxPriorityFee() async throws -> UInt256? {
        let reply = try await rpc.call(RPCRequest("eth_maxPriorityFeePerGas"))
        if case .failure(let failure) = reply.outcome, failure.isMethodMissing { return nil }
        return try AnswerReader(reply).quantity()
    }
}
