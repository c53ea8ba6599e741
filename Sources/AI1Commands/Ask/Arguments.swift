package import AI1Core
internal import AI1Settings
internal import ArgumentParser

/// A time such as `30s`, `500ms` or `2m`.
package struct DurationArgument: Sendable {
    package let milliseconds: Int64

    /// - Throws: `ValidationError` that says what a time looks like
    init(_ text: String) throws {
        guard let milliseconds = DurationText.milliseconds(parsing: text) else {
            throw ValidationError("it must be a time such as 500ms, 30s or 2m, at most 30 days")
        }
        self.milliseconds = milliseconds
    }
}

/// An amount of money: `5` is credits, `$0.05` or `0.05usd` US dollars.
package struct AmountArgument: Sendable {
    package let amount: NanoUSD

    /// - Throws: `ValidationError` that says what an amount looks like
    init(_ text: String) throws {
        guard let amount = NanoUSD(parsing: text) else {
            throw ValidationError("it must be an amount such as 5 (credits) or $0.05 (US dollars)")
        }
        self.amount = amount
    }
}

/// A temperature, kept as it was written.
package struct TemperatureArgument: Sendable {
    package let number: JSONNumber

    /// - Throws: `ValidationError` that says what a temperature looks like
    init(_ text: String) throws {
        guard let number = JSONNumber(text), let degrees = number.double, (0...2).contains(degrees) else {
            throw ValidationError("it must be a number from 0 to 2, such as 0.7")
        }
        self.number = number
    }
}
