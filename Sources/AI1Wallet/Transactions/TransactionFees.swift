/// What a transaction offers for a unit of gas, in wei.
package enum TransactionFees: Sendable, Hashable {
    /// Exactly this: types 0 and 1.
    case gasPrice(UInt256)
    /// The base fee of the block and a tip, together never more than `maxFee` (EIP-1559): type 2.
    case dynamic(maxFee: UInt256, maxPriorityFee: UInt256)

    /// The most that a unit of gas can cost, in wei.
    package var maximumPrice: UInt256 {
        switch self {
        case .gasPrice(let price): price
        case .dynamic(let maxFee, _): maxFee
        }
    }
}
