/// What a price is the price of. Models that are not sold by the token have their counts, in a usage too, in this unit.
package enum PriceUnit: String, Sendable, Hashable, CaseIterable {
    case tokens
    /// Characters of text that is read aloud: the input.
    case characters
    /// Seconds of a recording, rounded up: the input.
    case seconds
    /// Pictures: the output.
    case images

    /// What a million of them are called beside a price.
    package var perMillion: String { "1M \(rawValue)" }
}
