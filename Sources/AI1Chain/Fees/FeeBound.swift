package import AI1Wallet

/// What a transaction may cost on a node's word alone.
package enum FeeBound {
    /// 0.01 of the chain's coin, in wei: a fee above that must be allowed by the user.
    package static let unasked = UInt256.powerOfTen(Network.nativeDecimals - 2)

    /// The most that the gas can cost, in wei, when that is allowed: up to what the user allowed, else up to `unasked`, else
    /// when price and gas limit are both the user's own.
    /// - Throws: `ChainError` of code `untrusted` that names the fee and the flag
    package static func worstFee(
        _ fees: FeePlan, gas: GasPlan, feeCap: UInt256?, network: Network
    ) throws(ChainError) -> UInt256 {
        guard let fee = try? UInt256(gas.limit).multiplied(by: fees.fees.maximumPrice) else {
            throw ChainError(
                .untrusted, "the fee would be more than there can be", hint: "give --gas-price and --gas-limit")
        }
        if feeCap == nil, fees.isExplicit, gas.isExplicit { return fee }
        let cap = feeCap ?? unasked
        guard fee <= cap else {
            let shown = { (wei: UInt256) in
                UnitAmount.text(wei, decimals: Network.nativeDecimals) + " " + network.nativeSymbol
            }
            throw ChainError(
                .untrusted,
                "the fee could be up to \(shown(fee)), and \(shown(cap)) is the most that is allowed",
                hint: "if that is right, allow it with --fee-cap "
                    + UnitAmount.plainText(fee, decimals: Network.nativeDecimals) + "eth")
        }
        return fee
    }
}
