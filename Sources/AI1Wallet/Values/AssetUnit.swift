internal import AI1Core

/// What an amount is counted in, for words to people: a symbol and its decimals.
package struct AssetUnit: Sendable, Hashable {
    /// Characters of a symbol that are shown.
    package static let maximumSymbolLength = 32

    /// Cleaned, on one line.
    package let symbol: String
    /// 0 to 255.
    package let decimals: Int

    /// - Parameter decimals: 0 to 255; nil for others
    package init?(symbol: String, decimals: Int) {
        guard (0...255).contains(decimals) else { return nil }
        self.init(cleaning: symbol, decimals: decimals)
    }

    private init(cleaning symbol: String, decimals: Int) {
        self.symbol = TerminalCleaner.cleanLine(symbol, limit: Self.maximumSymbolLength)
        self.decimals = decimals
    }

    /// A network's own coin, of 18 decimals.
    package static func coin(_ symbol: String = "ETH") -> AssetUnit { AssetUnit(cleaning: symbol, decimals: 18) }

    /// `1,204.5 AI1NET`, exactly.
    package func text(_ amount: UInt256) -> String { UnitAmount.text(amount, decimals: decimals) + " " + symbol }
}

extension UInt256 {
    /// Bits from which on a number of nothing but ones stands for no limit: narrower tokens take such a number as that.
    private static let unlimitedBits = 96

    /// Whether an allowance of so much is as good as none: 2²⁵⁵ or more, or all ones of 96 bits or more.
    package var isUnlimitedAllowance: Bool {
        bitWidth == 256 || (bitWidth >= Self.unlimitedBits && minimalBytes.allSatisfy { $0 == 0xFF })
    }
}
