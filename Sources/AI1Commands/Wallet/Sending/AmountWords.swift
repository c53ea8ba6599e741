internal import AI1Core
internal import AI1Wallet

/// The words of an amount and of who gets it, as they stand on a command line: `25 AI1NET @savings`, `0.1eth 0x…`.
struct AmountWords: Sendable, Hashable {
    let amount: UnitAmount
    /// As it was typed; nil when there was none.
    let unit: String?
    /// What stands behind the amount.
    let rest: [String]

    private static let example = "ai1 wallet send 25 AI1NET @savings, or 0.1eth"

    /// - Parameter words: the amount in one word or two, then others
    /// - Throws: `CommandError` of code `usage`
    init(_ words: [String]) throws {
        guard let first = words.first else {
            throw CommandError(.usage, message: "no amount was given", hint: Self.example)
        }
        do {
            amount = try UnitAmount(parsing: first)
        } catch {
            throw CommandError(
                .usage, message: "'\(TerminalCleaner.cleanLine(first, limit: 60))' is no amount: \(error.message)",
                hint: Self.example)
        }
        var rest = Array(words.dropFirst())
        var unit = amount.unit
        if unit == nil, let next = rest.first, Self.isUnit(next) {
            unit = next
            rest.removeFirst()
        }
        self.unit = unit
        self.rest = rest
    }

    /// An address or a contact is no unit, so that a forgotten one is noticed.
    private static func isUnit(_ word: String) -> Bool { !word.hasPrefix("@") && !word.hasPrefix("0x") }
}
