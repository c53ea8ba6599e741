package import AI1Wallet

/// What a transaction may cost on a node's word alone.
package enum FeeBound {
    /// 0.01 of the chain's coin, in wei: a fee above that must be allowed by the user.
    package static let unasked = UInt256.powerOfTen(Network.nativeDecimals - 2)

    /// The most that gas and publishing are reckoned to cost, in wei, when that is allowed: up to what the user allowed,
    /// else up to `unasked`. Gas whose price and limit are both the user's own needs no leave; publishing does then.
    /// - Throws: `ChainError` of code `untrusted` that names the fee and the flag
    package static func worstFee(
        _ fees: FeePlan, gas: GasPlan, publishing: PublishingFee = .absent, feeCap: UInt256?, network: Network
    ) throws(ChainError) -> UInt256 {
        guard let forGas = try? UInt256(gas.limit).multiplied(by: fees.fees.maximumPrice) else {
            throw ChainError(
                .untrusted, "the fee would be more than there can be", hint: "give --gas-price and --gas-limit")
        }
        guard let forPublishing = try? publishing.worst(), let fee = try? forGas.adding(forPublishing) else {
            throw ChainError(
                .untrusted, "the node names a fee for publishing on Ethereum that cannot be",
                hint: "use another endpoint with --rpc-url")
        }
        let isOwn = feeCap == nil && fees.isExplicit && gas.isExplicit
        let cap = feeCap ?? unasked
        guard (isOwn ? forPublishing : fee) <= cap else {
            let shown = { (wei: UInt256) in
                UnitAmount.text(wei, decimals: Network.nativeDecimals) + " " + network.nativeSymbol
            }
            let part = forPublishing.isZero ? "" : ", \(shown(forPublishing)) of it for publishing on Ethereum"
            throw ChainError(
                .untrusted,
                "the fee could be up to \(shown(fee))\(part), and \(shown(cap)) is the most that is allowed",
                hint: "if that is right, allow it with --fee-cap "
                    + UnitAmount.plainText(fee, decimals: Network.nativeDecimals) + "eth")
        }
        return fee
    }
}
