package import AI1Wallet

/// What the user wants of fees; what is nil is asked of the chain. Prices are in wei for a unit of gas.
package struct FeeRequest: Sendable, Hashable {
    /// The most for a unit of gas: the gas price of a legacy transaction, the maximum fee of the others.
    package var gasPrice: UInt256?
    /// The tip above the base fee.
    package var priorityGasPrice: UInt256?
    /// One gas price in place of base fee and tip.
    package var isLegacy: Bool
    /// In units of gas.
    package var gasLimit: UInt64?
    /// The largest fee of the whole transaction that the user allows, in wei.
    package var feeCap: UInt256?

    package init(
        gasPrice: UInt256? = nil, priorityGasPrice: UInt256? = nil, isLegacy: Bool = false, gasLimit: UInt64? = nil,
        feeCap: UInt256? = nil
    ) {
        self.gasPrice = gasPrice
        self.priorityGasPrice = priorityGasPrice
        self.isLegacy = isLegacy
        self.gasLimit = gasLimit
        self.feeCap = feeCap
    }
}
