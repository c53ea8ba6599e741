internal import AI1Wallet

/// Chooses a gas limit: the node's estimate and a fifth, unless that is beyond belief. What the user gives is taken as it is.
package struct GasPlanner: Sendable {
    /// More than so many times what a known call needs is refused.
    static let largestMultiple: UInt64 = 10

    private let chain: ChainClient

    package init(chain: ChainClient) { self.chain = chain }

    /// - Parameter explicit: the user's own limit; the node is then not asked
    /// - Throws: `ChainError`: `reverted` with the reason when the transaction would be, `untrusted` when the estimate is
    ///   beyond belief; `CancellationError`
    package func plan(_ call: CallRequest, explicit: UInt64? = nil) async throws -> GasPlan {
        if let explicit { return GasPlan(explicit: explicit) }
        var call = call
        call.gasLimit = nil
        return try Self.plan(estimate: await chain.estimateGas(call), for: call)
    }

    /// The limit that follows from an estimate.
    /// - Throws: `ChainError` of code `untrusted`
    static func plan(estimate: UInt64, for call: CallRequest) throws(ChainError) -> GasPlan {
        let limit = (try? UInt256(estimate).scaledRoundingUp(6, over: 5))?.uint64
        let reference = GasReference(call)
        let largest = reference.map { $0.gas * largestMultiple } ?? UInt64.max
        // Less than any transaction costs would only burn the fee.
        guard let limit, limit <= largest, estimate >= GasReference.transfer else {
            let what = reference.map { "\($0.words), which needs about \($0.gas)" } ?? "a transaction"
            throw ChainError(
                .untrusted, "the node estimates \(UnitAmount.grouped(UInt256(estimate))) units of gas for \(what)",
                hint: "use another endpoint with --rpc-url, or give --gas-limit if you know better")
        }
        return GasPlan(limit: limit, estimate: estimate)
    }
}
