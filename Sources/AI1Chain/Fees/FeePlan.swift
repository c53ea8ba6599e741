package import AI1Wallet

/// What a transaction offers for a unit of gas, and where that comes from.
package struct FeePlan: Sendable, Hashable {
    package let kind: TransactionKind
    package let fees: TransactionFees
    /// Of the block to come, in wei, as the node says; nil when it was not asked or the chain has none.
    package let baseFee: UInt256?
    /// Whether the user gave the highest price.
    package let isExplicit: Bool

    package init(kind: TransactionKind, fees: TransactionFees, baseFee: UInt256?, isExplicit: Bool) {
        self.kind = kind
        self.fees = fees
        self.baseFee = baseFee
        self.isExplicit = isExplicit
    }

    /// Whether the transaction would have to wait for the base fee to fall.
    package var isBelowBaseFee: Bool { baseFee.map { fees.maximumPrice < $0 } ?? false }
}
