internal import AI1Chain
internal import AI1Settings
internal import AI1Wallet

extension Network {
    /// The network as the settings describe it. Tokens whose address or decimals are not pinned are left out: nothing can be
    /// counted in them.
    /// - Throws: `WalletError` of code `malformed` or `checksum` for the address of a token
    init(_ choice: NetworkChoice) throws {
        var tokens: [Token] = []
        for (symbol, settings) in choice.tokens.sorted(by: { $0.key < $1.key }) {
            guard let text = settings.address?.value, let decimals = settings.decimals?.value else { continue }
            tokens.append(Token(address: try Address(text), symbol: symbol, decimals: decimals))
        }
        self.init(
            name: choice.name, chainID: choice.chainID, rpcURLs: choice.endpoints, nativeSymbol: choice.symbol,
            tokens: tokens)
    }
}
