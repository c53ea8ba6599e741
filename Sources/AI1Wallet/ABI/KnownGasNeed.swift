/// How much gas a call that is known by its data usually needs: what a node's estimate is held against.
package enum KnownGasNeed: Sendable, Hashable, CaseIterable {
    /// Coin to an account without data.
    case nativeTransfer
    case erc20Transfer
    /// An allowance set, raised or lowered.
    case erc20Approve
    case erc20Permit
    /// Anything that a contract may do.
    case unknown

    /// Gas that such a call usually needs, the more expensive first write of a balance or an allowance included; nil where
    /// nobody can say.
    package var usualGas: UInt64? {
        switch self {
        case .nativeTransfer: 21_000
        case .erc20Transfer: 65_000
        case .erc20Approve: 50_000
        case .erc20Permit: 85_000
        case .unknown: nil
        }
    }
}
