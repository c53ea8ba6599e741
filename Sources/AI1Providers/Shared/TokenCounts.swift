internal import AI1Core

/// Reads a provider's token counts. One count that cannot be true (negative, huge, no number) spoils the whole report.
struct TokenCounts {
    /// More tokens than any one call can have: a larger count is not believed.
    static let largest: Int64 = 1_000_000_000

    private(set) var areBelievable = true

    /// The count, rounded up when fractional; nil when absent or null.
    mutating func read(_ value: JSONValue?) -> Int64? {
        guard let value, !value.isNull else { return nil }
        guard let number = value.number, let count = DecimalText.scaled(number.text, by: 0, rounding: .up), count >= 0,
            count <= Self.largest, !(count == 0 && number.text.hasPrefix("-") && number.int64 != 0)
        else {
            areBelievable = false
            return nil
        }
        return count
    }

    /// What remains of `whole` without `parts`; spoils the report when they are more than the whole.
    mutating func rest(of whole: Int64, without parts: Int64...) -> Int64 {
        let rest = whole - parts.reduce(0, +)
        if rest < 0 { areBelievable = false }
        return max(rest, 0)
    }

    /// The usage if every count can be true. Read all counts first: an argument that still reads is not taken into
    /// account.
    func believed(_ usage: TokenUsage) -> TokenUsage? { areBelievable && usage.isValid ? usage : nil }
}
