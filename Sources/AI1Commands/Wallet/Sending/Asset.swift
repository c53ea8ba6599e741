internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// What an amount is counted in: the network's own coin, or a token that is pinned on it.
enum Asset: Sendable, Hashable {
    case coin(symbol: String)
    case token(Token)

    /// Its symbol and decimals, for words.
    var unit: AssetUnit {
        switch self {
        case .coin(let symbol): .coin(symbol)
        case .token(let token): token.unit
        }
    }

    var symbol: String { unit.symbol }

    /// What the smallest unit is called.
    var rawUnit: String {
        switch self {
        case .coin: "wei"
        case .token: "units"
        }
    }

    /// An amount as people read it: `1,204.5 AI1NET`.
    func text(_ raw: UInt256) -> String { unit.text(raw) }

    func amount(_ raw: UInt256) -> SigningSummary.Amount {
        SigningSummary.Amount(text: text(raw), raw: raw, rawUnit: rawUnit)
    }

    /// An amount that somebody may take: one without limit is called so.
    func allowance(_ raw: UInt256) -> SigningSummary.Amount {
        guard raw.isUnlimitedAllowance else { return amount(raw) }
        return SigningSummary.Amount(text: "unlimited \(symbol)", raw: raw, rawUnit: rawUnit)
    }
}

extension Network {
    var coin: Asset { .coin(symbol: nativeSymbol) }

    /// The coin and every pinned token.
    var assets: [Asset] { [coin] + tokens.map(Asset.token) }

    /// The amount that words on a command line mean, in the smallest unit.
    /// - Throws: `CommandError` of code `usage` without a unit, for one that is not known here, for too many decimals, and
    ///   for nothing
    func amount(_ words: AmountWords) throws -> (asset: Asset, raw: UInt256) {
        let known = "known on \(name): \((assets.map(\.symbol) + ["gwei", "wei"]).joined(separator: ", "))"
        guard let unit = words.unit else {
            throw CommandError(
                .usage, message: "the amount has no unit",
                hint: "say what it is counted in, such as 25 AI1NET or 0.1 \(nativeSymbol); \(known)")
        }
        let asset: Asset
        let decimals: Int
        if unit.lowercased() == nativeSymbol.lowercased() {
            (asset, decimals) = (coin, Self.nativeDecimals)
        } else if let token = token(unit) {
            (asset, decimals) = (.token(token), token.decimals)
        } else if let part = EtherUnit(named: unit) {
            (asset, decimals) = (coin, part.decimals)
        } else {
            let shown = TerminalCleaner.cleanLine(unit, limit: 40)
            throw CommandError(
                .usage, message: "'\(shown)' is no unit on \(name)", hint: "\(known); \(pinning)")
        }
        let raw: UInt256
        do {
            raw = try words.amount.units(decimals: decimals)
        } catch {
            throw CommandError(.usage, message: error.message, hint: error.hint)
        }
        guard !raw.isZero else {
            throw CommandError(
                .usage, message: "the amount is nothing",
                hint: "give more than 0; an allowance is taken back with: ai1 wallet revoke")
        }
        return (asset, raw)
    }

    private var pinning: String {
        "to pin a token: ai1 wallet networks token add \(name) ADDRESS"
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
                + pinning)
    }
}

extension Token {
    var unit: AssetUnit { AssetUnit(symbol: symbol, decimals: decimals) ?? .coin(symbol) }
}
