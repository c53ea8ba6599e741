/// An amount of money in integer nano-US-dollars. One credit is US$0.01, ten million of them.
package struct NanoUSD: Sendable, Hashable, Comparable {
    package let amount: Int64

    package init(_ amount: Int64) { self.amount = amount }

    package static let zero = NanoUSD(0)
    package static let perCredit: Int64 = 10_000_000

    /// Rounds a sum of pico-dollars up to the next nano-dollar; stops at the ends of Int64.
    package init(roundingUpPicoUSD picoUSD: Int128) {
        let (quotient, remainder) = picoUSD.quotientAndRemainder(dividingBy: 1_000)
        amount = Int64(clamping: remainder > 0 ? quotient + 1 : quotient)
    }

    /// Reads an amount: `500` and `500c` are credits, `$5` and `5usd` US dollars. Nil when it is no amount, negative, or finer than a nano-dollar.
    package init?(parsing text: String) {
        let lower = text.lowercased()
        let value: Int64?
        if lower.hasPrefix("$") {
            value = DecimalText.scaled(String(lower.dropFirst()), by: 9)
        } else if lower.hasSuffix("usd") {
            value = DecimalText.scaled(String(lower.dropLast(3)), by: 9)
        } else if lower.hasSuffix("c") || lower.hasSuffix("¢") {
            value = DecimalText.scaled(String(lower.dropLast()), by: 7)
        } else {
            value = DecimalText.scaled(lower, by: 7)
        }
        guard let value, value >= 0 else { return nil }
        amount = value
    }

    package static func < (left: NanoUSD, right: NanoUSD) -> Bool { left.amount < right.amount }

    /// The sum; stops at the ends of Int64.
    package static func + (left: NanoUSD, right: NanoUSD) -> NanoUSD {
        let (sum, overflow) = left.amount.addingReportingOverflow(right.amount)
        return NanoUSD(overflow ? (right.amount > 0 ? .max : .min) : sum)
    }

    /// The amount in credits for a person: `0.21 ¢`, two significant decimals below one credit, two decimals above.
    package var credits: String { creditText(self) + " ¢" }

    /// US dollars as the shortest exact decimal text.
    package var usd: String { decimalText(amount, places: 9) }
}

/// Credits with two decimals, or with two significant digits below a tenth; half goes away from zero.
private func creditText(_ money: NanoUSD) -> String {
    let magnitude = money.amount.magnitude
    if magnitude == 0 { return "0.00" }
    var places = 2
    var unit: UInt64 = 100_000
    while places < 7, magnitude < unit * 10 {
        places += 1
        unit /= 10
    }
    let rounded = (magnitude / unit) + (magnitude % unit * 2 >= unit ? 1 : 0)
    var digits = String(rounded)
    if digits.count <= places { digits = String(repeating: "0", count: places - digits.count + 1) + digits }
    let whole = digits.dropLast(places)
    return (money.amount < 0 ? "-" : "") + grouped(String(whole)) + "." + digits.suffix(places)
}

/// Groups the digits of a whole number by threes: `1,204`.
package func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0, text.last != "-" { text.append(",") }
        text.append(digit)
    }
    return text
}

/// A whole number with its digits grouped by threes.
package func grouped(_ number: Int64) -> String {
    (number < 0 ? "-" : "") + grouped(String(number.magnitude))
}
