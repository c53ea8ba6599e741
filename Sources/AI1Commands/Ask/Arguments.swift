package import AI1Core
internal import AI1Settings
internal import ArgumentParser

/// A time such as `30s`, `500ms` or `2m`.
package struct DurationArgument: ExpressibleByArgument, Sendable {
    package let milliseconds: Int64

    package init?(argument: String) {
        guard let milliseconds = DurationText.milliseconds(parsing: argument) else { return nil }
        self.milliseconds = milliseconds
    }
}

/// An amount of money: `5` is credits, `$0.05` or `0.05usd` US dollars.
package struct AmountArgument: ExpressibleByArgument, Sendable {
    package let amount: NanoUSD

    package init?(argument: String) {
        guard let amount = NanoUSD(parsing: argument) else { return nil }
        self.amount = amount
    }
}

/// A decimal number kept as it was written.
package struct NumberArgument: ExpressibleByArgument, Sendable {
    package let number: JSONNumber

    package init?(argument: String) {
        guard let number = JSONNumber(argument) else { return nil }
        self.number = number
    }
}
