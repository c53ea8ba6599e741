/// A chain and where it is reached.
package struct Network: Sendable, Hashable {
    /// What the user calls it.
    package var name: String
    /// Its number (EIP-155).
    package var chainID: UInt64
    /// JSON-RPC endpoints in the order in which they are asked. They may hold keys: never shown, `RPCEndpoint.shown` is.
    package var rpcURLs: [String]
    /// What its own coin is called.
    package var nativeSymbol: String
    /// Tokens that are known by symbol.
    package var tokens: [Token]

    /// Its own coin has so many decimal places on every EVM chain.
    package static let nativeDecimals = 18

    package init(
        name: String, chainID: UInt64, rpcURLs: [String] = [], nativeSymbol: String = "ETH", tokens: [Token] = []
    ) {
        self.name = name
        self.chainID = chainID
        self.rpcURLs = rpcURLs
        self.nativeSymbol = nativeSymbol
        self.tokens = tokens
    }

    /// The token of that symbol, letters of either case; nil when there is none.
    package func token(_ symbol: String) -> Token? {
        tokens.first { $0.symbol.lowercased() == symbol.lowercased() }
    }
}

extension Network: CustomStringConvertible, CustomReflectable {
    package var description: String { "\(name) (chain \(chainID))" }

    /// Without the endpoints, which may hold keys.
    package var customMirror: Mirror { Mirror(self, children: ["name": name, "chainID": chainID]) }
}
