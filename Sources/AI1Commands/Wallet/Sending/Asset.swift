internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// What an amount is counted in: the network's own coin, or a token that is pinned on it.
enum Asset: Sendable, Hashable {
    case coin(symbol: String)
    case token(Token)

    var symbol: String {
        switch self {
        case .coin(let symbol): symbol
        case .token(let token): token.symbol
        }
    }

    /// Decimal places.
    var decimals: Int {
        switch self {
        case .coin: Network.nativeDecimals
        case .token(let token): token.decimals
        }
    }

    /// What the smallest unit is called.
    var rawUnit: String {
        switch self {
        case .coin: "wei"
        case .token: "units"
        }
    }

    /// An amount as people read it: `1,204.5 AI1NET`.
    func text(_ raw: UInt256) -> String { UnitAmount.text(raw, decimals: decimals) + " " + symbol }

    func amount(_ raw: UInt256) -> SigningSummary.Amount {
        SigningSummary.Amount(text: text(raw), raw: raw, rawUnit: rawUnit)
    }
}

extension Network {
    var coin: Asset { .coin(symbol: nativeSymbol) }

    /// The coin and every pinned token.
    var assets: [Asset] { [coin] + tokens.map(Asset.token) }

    /// Units of the coin on every network, and how many decimal places they have.
    private static let coinUnits = [("eth", 18), ("ether", 18), ("gwei", 9), ("wei", 0)]

    /// The amount that words on a command line mean, in the smallest unit.
    /// - Throws: `CommandError` of code `usage` without a unit, for one that is not known here, for too many decimals, and
    ///   for nothing
    func amount(_ words: AmountWords) throws -> (asset: Asset, raw: UInt256) {
        let unit = words.unit.lowercased()
        let known = "known on \(name): \((assets.map(\.symbol) + ["gwei", "wei"]).joined(separator: ", "))"
        guard !unit.isEmpty else {
            throw CommandError(
                .usage, message: "the amount \(words.number) has no unit",
                hint: "say what it is counted in, such as \(words.number) \(nativeSymbol); \(known)")
        }
        let asset: Asset
        let decimals: Int
        if unit == nativeSymbol.lowercased() {
            (asset, decimals) = (coin, Self.nativeDecimals)
        } else if let token = token(unit) {
            (asset, decimals) = (.token(token), token.decimals)
        } else if let (_, places) = Self.coinUnits.first(where: { $0.0 == unit }) {
            (asset, decimals) = (coin, places)
        } else {
            let shown = TerminalCleaner.cleanLine(words.unit, limit: 40)
            throw CommandError(
                .usage, message: "'\(shown)' is no unit on \(name)",
                hint: "\(known); a token is added by: ai1 wallet networks add \(name) --token \(shown)=ADDRESS")
        }
        let raw: UInt256
        do {
            raw = try UnitAmount.parse(words.number, decimals: decimals)
        } catch let error as WalletError {
            throw CommandError(.usage, message: error.message, hint: error.hint)
        }
        guard !raw.isZero else { throw CommandError(.usage, message: "the amount is nothing") }
        return (asset, raw)
    }
}

extension Network {
    /// The pinned token of a symbol.
    /// - Throws: `CommandError` of code `usage`
    func knownToken(_ symbol: String) throws -> Token {
        if let token = token(symbol) { return token }
        let shown = TerminalCleaner.cleanLine(symbol, limit: 40)
        let known = tokens.map(\.symbol).joined(separator: ", ")
        throw CommandError(
            .usage, message: "no token \(shown) is pinned on \(name)",
            hint: (known.isEmpty ? "" : "pinned: \(known); ")
                + "to add one: ai1 wallet networks add \(name) --token \(shown)=ADDRESS")
    }
}
