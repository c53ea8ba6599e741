package import AI1Wallet

/// What a token's contract says of itself: for a person to look at before the token is pinned.
package struct TokenDescription: Sendable, Hashable {
    package let address: Address
    /// Cleaned, at most 32 characters; empty when the contract gives none.
    package let symbol: String
    /// Cleaned, at most 64 characters; empty when the contract gives none.
    package let name: String
    package let decimals: Int

    package init(address: Address, symbol: String, name: String, decimals: Int) {
        self.address = address
        self.symbol = symbol
        self.name = name
        self.decimals = decimals
    }
}
