internal import AI1Wallet

/// The words of an amount and of who gets it, as they stand on a command line: `25 AI1NET @savings`, `0.1eth 0x…`.
struct AmountWords: Sendable, Hashable {
    /// Decimal digits with at most one point.
    let number: String
    /// As it was typed; empty when there was none.
    let unit: String
    /// What stands behind the amount.
    let rest: [String]

    /// Longer than any amount, shorter than what is worth reading.
    private static let longestWord = 120

    /// - Parameter words: the amount in one word or two, then others
    /// - Throws: `CommandError` of code `usage`
    init(_ words: [String]) throws {
        guard let first = words.first, first.utf8.count <= Self.longestWord else {
            throw CommandError(.usage, message: "no amount was given", hint: Self.example)
        }
        let number = first.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard Self.isNumber(number) else {
            throw CommandError(
                .usage, message: "'\(first)' is no amount", hint: "an amount has a unit and no commas: \(Self.example)")
        }
        var rest = Array(words.dropFirst())
        var unit = String(first.dropFirst(number.count))
        if unit.isEmpty, let next = rest.first, Self.isUnit(next) {
            unit = next
            rest.removeFirst()
        }
        self.number = String(number)
        self.unit = unit
        self.rest = rest
    }

    private static let example = "ai1 wallet send 25 AI1NET @savings, or 0.1eth"

    private static func isNumber(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty }
    }

    /// An address or a contact is no unit, so that a forgotten one is noticed.
    private static func isUnit(_ word: String) -> Bool { !word.hasPrefix("@") && !word.hasPrefix("0x") }
}
