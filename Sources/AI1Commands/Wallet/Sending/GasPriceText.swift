internal import AI1Core
internal import AI1Wallet

/// Prices of gas as people write them: a plain number is wei, and `20gwei`, `1.5gwei`, `0.00000002eth` work as in cast.
enum GasPriceText {
    /// Units and how many digits of wei they have.
    private static let units: [(name: String, digits: Int)] = [
        ("gwei", 9), ("ether", 18), ("eth", 18), ("wei", 0),
    ]

    /// The price in wei; nil for text that is none.
    static func wei(_ text: String) -> UInt256? {
        let lower = text.lowercased()
        guard let unit = units.first(where: { lower.hasSuffix($0.name) }) else { return decimal(lower[...], 0) }
        var number = lower.dropLast(unit.name.count)
        while number.last == " " { number.removeLast() }
        return decimal(number, unit.digits)
    }

    /// A price in gwei, exact: `1.5`.
    static func gwei(_ wei: UInt256) -> String {
        let (whole, rest) = wei.dividedRoundingDown(by: .powerOfTen(9))
        let padded = String(repeating: "0", count: 9 - rest.decimal.count) + rest.decimal
        let digits = rest.isZero ? "" : padded
        let part = digits.prefix(digits.count - (digits.reversed().prefix { $0 == "0" }.count))
        return grouped(whole.decimal) + (part.isEmpty ? "" : "." + part)
    }

    private static func decimal(_ text: Substring, _ digits: Int) -> UInt256? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty else { return nil }
        guard parts.count == 2 else {
            return UInt256(decimal: whole).flatMap { try? $0.multiplied(by: .powerOfTen(digits)) }
        }
        guard !parts[1].isEmpty, parts[1].count <= digits else { return nil }
        return UInt256(decimal: whole + parts[1] + String(repeating: "0", count: digits - parts[1].count))
    }
}
