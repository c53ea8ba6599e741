/// Which accounts pay.
package enum Purse: Int64, Sendable, Hashable, CaseIterable {
    /// The user's credits: granted ones first, then declared, then deposited ones.
    case credits = 1
    /// Play credits, for the sandbox.
    case play = 2
    /// Nothing is spent, the books are kept (`credits.mode: track`).
    case tracked = 3

    /// The accounts that pay, in this order.
    package var accounts: [AccountPath] {
        switch self {
        case .credits: [.promo, .declared, .deposited]
        case .play: [.play]
        case .tracked: [.tracked]
        }
    }
}

/// The name of an account.
package struct AccountPath: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static let world = AccountPath("world")
    package static let playWorld = AccountPath("play:world")
    package static let promo = AccountPath("user:local:promo")
    package static let declared = AccountPath("user:local:declared")
    package static let deposited = AccountPath("user:local:deposited")
    package static let tracked = AccountPath("user:local:tracked")
    package static let play = AccountPath("play:local")
    package static let rewardsPool = AccountPath("rewards:pool")
    package static let rounding = AccountPath("revenue:rounding")
    package static let playSpent = AccountPath("play:spent")
    package static let disputed = AccountPath("disputed")

    /// What is owed to a provider.
    package static func payable(_ provider: String) -> AccountPath { AccountPath("provider:\(provider):payable") }
    /// What a provider claimed and is not paid: the other side of `disputed`.
    package static func claimed(_ provider: String) -> AccountPath { AccountPath("provider:\(provider):claimed") }
}

/// What an account counts. Every asset's entries sum to zero.
package enum Asset: Int64, Sendable, Hashable, CaseIterable {
    /// Nano-US-dollars.
    case usd = 1
    /// Nano-US-dollars of play money.
    case play = 2
    /// $AI1NET in units of 10⁹ wei.
    case token = 3
}
