internal import AI1Settings

/// A network that is fit to be worked with: its chain is known.
struct NetworkChoice: Sendable, Hashable {
    /// `base`, or `chain 10` for one that the settings do not know.
    var name: String
    /// EIP-155.
    var chainID: UInt64
    /// JSON-RPC endpoints in the order in which they are asked; may be none. They may hold keys.
    var endpoints: [String]
    /// What its own coin is called.
    var symbol: String
    /// Tokens that the user has pinned, by symbol.
    var tokens: [String: TokenSettings]

    /// `Base (8453)` as people read it.
    var title: String { name.hasPrefix("chain ") ? name : "\(name) (\(chainID))" }
}
