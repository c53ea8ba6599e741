/// The price of one token in integer pico-US-dollars, which is the same number as micro-US-dollars per million tokens.
package struct TokenPrice: Sendable, Hashable, Comparable {
    package let picoUSD: Int64

    package init(picoUSD: Int64) { self.picoUSD = picoUSD }

    package static let free = TokenPrice(picoUSD: 0)

    /// Reads US dollars per million tokens from decimal text, exactly; nil when negative, not a number, or finer than a pico-dollar.
    package init?(usdPerMillionTokens text: String) {
        guard let value = DecimalText.scaled(text, by: 6, rounding: .exact), value >= 0 else { return nil }
        picoUSD = value
    }

    package static func < (left: TokenPrice, right: TokenPrice) -> Bool { left.picoUSD < right.picoUSD }

    /// US dollars per million tokens as the shortest exact decimal text.
    package var usdPerMillionTokens: String { decimalText(picoUSD, places: 6) }
}

/// An integer of a small unit as decimal text of the large one, without trailing zeros: `decimalText(2_500, places: 3)` is `2.5`.
package func decimalText(_ value: Int64, places: Int) -> String {
    var digits = String(value.magnitude)
    if digits.count <= places { digits = String(repeating: "0", count: places - digits.count + 1) + digits }
    let point = digits.index(digits.endIndex, offsetBy: -places)
    var fraction = digits[point...]
    while fraction.last == "0" { fraction.removeLast() }
    let whole = digits[..<point]
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
}
