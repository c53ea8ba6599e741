/// A chain that the wallet can talk to, as the settings describe it.
package struct NetworkSettings: Sendable, Hashable {
    /// The name that the user, or ai1, gives it.
    package var name: String
    /// Where it is mentioned first; built in for those that come with ai1.
    package var origin: Origin
    /// Its number (EIP-155); nil when the settings do not say.
    package var chainID: Sourced<UInt64>?
    /// Its JSON-RPC endpoints in the order in which they are asked. They may hold keys; `EndpointURL.host` is for showing.
    package var endpoints: Sourced<[String]>
    /// What its own coin is called.
    package var symbol: Sourced<String>
    /// By symbol.
    package var tokens: [String: TokenSettings]

    /// The networks that come with ai1. Only the local one has an endpoint: which strangers learn of one's addresses is the
    /// user's choice.
    package static let presets: [NetworkSettings] = [
        preset("mainnet", 1), preset("sepolia", 11_155_111), preset("base", 8_453),
        preset("local", 31_337, ["http://127.0.0.1:8545"]),
    ]

    private static func preset(_ name: String, _ chainID: UInt64, _ endpoints: [String] = []) -> NetworkSettings {
        NetworkSettings(
            name: name, origin: .builtIn, chainID: Sourced(chainID, .builtIn), endpoints: Sourced(endpoints, .builtIn),
            symbol: Sourced("ETH", .builtIn), tokens: [:])
    }
}

/// A token that the user has pinned on a network.
package struct TokenSettings: Sendable, Hashable {
    package var symbol: String
    package var origin: Origin
    /// `0x` and 40 digits; the checksum is the wallet's to check. Nil when the settings do not say.
    package var address: Sourced<String>?
    /// Nil when the settings do not say: the token is then not known enough to be sent.
    package var decimals: Sourced<Int>?
}
