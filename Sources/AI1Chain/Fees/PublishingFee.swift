package import AI1Wallet

/// What chains of the OP stack (Base, Optimism) take beside gas for publishing a transaction on Ethereum. The
/// transaction sets no bound for it: it is what the chain asks at the moment of inclusion.
package enum PublishingFee: Sendable, Hashable {
    /// The chain takes none.
    case absent
    /// What the chain asks as of now, in wei.
    case asked(UInt256)
    /// The chain takes one, or may, and how much could not be found out.
    case untold

    /// So many times what is asked now is reckoned with. Ethereum's price of a unit of gas rises by an eighth a block
    /// at most, so that it takes a minute to double.
    package static let margin: UInt64 = 2

    /// Ethereum itself and its test chains, and local ones.
    private static let without: Set<UInt64> = [1, 11_155_111, 17_000, 560_048, 1_337, 31_337]
    /// Optimism and Base, and their test chains.
    private static let with: Set<UInt64> = [10, 8_453, 11_155_420, 84_532]

    /// What is known of a chain without asking it; nil when only asking tells.
    package static func known(ofChain id: UInt64) -> PublishingFee? {
        if without.contains(id) { return .absent }
        return with.contains(id) ? .untold : nil
    }

    /// What is reckoned with, in wei: the margin times what is asked; nothing where nothing is known.
    /// - Throws: `WalletError` of code `overflow`
    package func worst() throws(WalletError) -> UInt256 {
        guard case .asked(let fee) = self else { return .zero }
        return try fee.multiplied(by: UInt256(Self.margin))
    }
}
