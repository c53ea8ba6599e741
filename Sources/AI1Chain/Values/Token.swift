package import AI1Wallet

/// An ERC-20 token as the settings pin it.
package struct Token: Sendable, Hashable {
    /// The contract.
    package var address: Address
    /// What the user calls it; not what the contract says of itself.
    package var symbol: String
    /// How many decimal places an amount has: read once when the token is added, and pinned.
    package var decimals: Int

    /// More decimals than that have no power of ten in 256 bits.
    package static let largestDecimals = 77

    package init(address: Address, symbol: String, decimals: Int) {
        self.address = address
        self.symbol = symbol
        self.decimals = decimals
    }
}
