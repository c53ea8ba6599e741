internal import AI1Wallet

/// Chooses fees: a tip as the cheaper transactions of the latest blocks paid, and a maximum that bears a doubled base fee. What
/// the user gives is taken as it is.
package struct FeePlanner: Sendable {
    /// How many blocks are looked at.
    static let historyBlocks = 20
    /// Which of a block's tips, weighed by gas, from the lowest.
    static let percentile = 20
    /// The least tip, in wei for a unit of gas: what nodes ask for unless they are told otherwise.
    static let minimumTip = UInt256(1_000_000)

    private let chain: ChainClient

    package init(chain: ChainClient) { self.chain = chain }

    /// - Throws: `ChainError`; of code `untrusted` when the node's figures are beyond all numbers; `CancellationError`
    package func plan(_ request: FeeRequest) async throws -> FeePlan {
        if let plan = try Self.explicit(request) { return plan }
        if request.isLegacy { return try await legacy(request) }
        guard let market = try await market() else {
            guard request.priorityGasPrice == nil else {
                throw ChainError(
                    .usage, "\(chain.network.name) has no base fee, so that there is no tip to give",
                    hint: "leave out --priority-gas-price")
            }
            return try await legacy(request)
        }
        let tip: UInt256
        if let wanted = request.priorityGasPrice { tip = wanted } else { tip = try await self.tip(market.rewards) }
        guard let maximum = request.gasPrice ?? (try? market.baseFee.multiplied(by: 2).adding(tip)) else {
            throw ChainError(
                .untrusted, "the node names a base fee of \(market.baseFee) wei, which cannot be",
                hint: "use another endpoint with --rpc-url, or give --gas-price")
        }
        return FeePlan(
            kind: .dynamicFee, fees: .dynamic(maxFee: maximum, maxPriorityFee: min(tip, maximum)),
            baseFee: market.baseFee, isExplicit: request.gasPrice != nil)
    }

    /// The fees when the user gave all of them, so that no node is asked; nil otherwise.
    /// - Throws: `ChainError` of code `usage` when they do not go together
    package static func explicit(_ request: FeeRequest) throws(ChainError) -> FeePlan? {
        if request.isLegacy, request.priorityGasPrice != nil {
            throw ChainError(
                .usage, "a legacy transaction has one gas price and no tip", hint: "leave out --priority-gas-price")
        }
        guard let price = request.gasPrice else { return nil }
        if request.isLegacy {
            return FeePlan(kind: .legacy, fees: .gasPrice(price), baseFee: nil, isExplicit: true)
        }
        guard let tip = request.priorityGasPrice else { return nil }
        guard tip <= price else {
            throw ChainError(
                .usage, "the tip is greater than the most that a unit of gas may cost",
                hint: "raise --gas-price, or lower --priority-gas-price")
        }
        return FeePlan(
            kind: .dynamicFee, fees: .dynamic(maxFee: price, maxPriorityFee: tip), baseFee: nil, isExplicit: true)
    }

    private func legacy(_ request: FeeRequest) async throws -> FeePlan {
        let isExplicit = request.gasPrice != nil
        let price: UInt256
        if let wanted = request.gasPrice { price = wanted } else { price = try await chain.gasPrice() }
        return FeePlan(kind: .legacy, fees: .gasPrice(price), baseFee: nil, isExplicit: isExplicit)
    }

    /// The base fee of the block to come, and the latest tips; nil on a chain without base fees.
    private func market() async throws -> (baseFee: UInt256, rewards: [UInt256])? {
        let history = try await chain.feeHistory(blocks: Self.historyBlocks, percentile: Self.percentile)
        if let base = history?.nextBaseFee, !base.isZero { return (base, history?.rewards ?? []) }
        // Nodes of chains without EIP-1559 answer with zeros; a block tells whether zero is meant.
        guard let base = try await chain.block(.latest)?.baseFee else { return nil }
        return (base, history?.rewards ?? [])
    }

    /// The median of what was paid; blocks without transactions say nothing about that.
    private func tip(_ rewards: [UInt256]) async throws -> UInt256 {
        let paid = rewards.filter { !$0.isZero }.sorted()
        if !paid.isEmpty { return max(paid[paid.count / 2], Self.minimumTip) }
        return max(try await chain.maxPriorityFee() ?? .zero, Self.minimumTip)
    }
}
