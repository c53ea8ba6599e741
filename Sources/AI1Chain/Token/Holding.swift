package import AI1Wallet

/// An account and what it may have some of.
package struct Holding: Sendable, Hashable {
    package var owner: Address
    /// nil for the chain's own coin.
    package var token: Token?

    package init(owner: Address, token: Token?) {
        self.owner = owner
        self.token = token
    }
}
