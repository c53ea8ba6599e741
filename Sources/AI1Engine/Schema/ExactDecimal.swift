/// A JSON number without loss: sign, digits and a power of ten, in one form for each value.
struct ExactDecimal: Hashable, Sendable {
    let negative: Bool
    /// Digits 0 to 9 without leading or trailing zeros; empty for zero.
    let digits: [UInt8]
    /// The power of ten of the last digit; 0 for zero.
    let exponent: Int

    /// Beyond this power of ten a number counts as being there; no schema tells such numbers apart.
    static let exponentLimit = 1_000_000_000_000

    /// Reads text in JSON's number syntax.
    init(_ text: String) {
        var digits: [UInt8] = []
        var fractionDigits = 0
        var seenPoint = false
        var seenExponent = false
        var exponentNegative = false
        var exponent = 0
        var negative = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"): if seenExponent { exponentNegative = true } else { negative = true }
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): seenExponent = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if seenExponent {
                    exponent = min(exponent * 10 + Int(digit), Self.exponentLimit)
                } else {
                    if digit != 0 || !digits.isEmpty { digits.append(digit) }
                    if seenPoint { fractionDigits += 1 }
                }
            default: break
            }
        }
        var power = (exponentNegative ? -exponent : exponent) - fractionDigits
        while digits.last == 0 {
            digits.removeLast()
            power += 1
        }
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : power
        self.negative = negative && !digits.isEmpty
    }

    var isZero: Bool { digits.isEmpty }

    /// Whether the value is whole: 1, 1.0 and 1e3 are.
    var isInteger: Bool { exponent >= 0 }

    /// The same value always gives the same text.
    var canonicalText: String {
        isZero
            ? "0" : (negative ? "-" : "") + String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) + "e\(exponent)"
    }

    /// The digits as an integer; nil for more than 18 digits.
    var coefficient: UInt64? {
        digits.count > 18 ? nil : digits.reduce(0) { $0 * 10 + UInt64($1) }
    }

    /// Whether the value is a whole number of times `divisor`.
    /// - Parameter divisor: a positive number with a `coefficient`
    func isMultiple(of divisor: ExactDecimal) -> Bool {
        guard !isZero else { return true }
        guard let modulus = divisor.coefficient, modulus > 0 else { return false }
        // Neither coefficient ends in zero, so a finer power of ten than the divisor's can never be made up for.
        let shift = exponent - divisor.exponent
        guard shift >= 0 else { return false }
        let wide = UInt128(modulus)
        var remainder: UInt128 = 0
        for digit in digits { remainder = (remainder * 10 + UInt128(digit)) % wide }
        var power: UInt128 = 1 % wide
        var base: UInt128 = 10 % wide
        var rest = shift
        while rest > 0 {
            if rest & 1 == 1 { power = power * base % wide }
            base = base * base % wide
            rest >>= 1
        }
        return remainder * power % wide == 0
    }
}

extension ExactDecimal: Comparable {
    static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.negative != right.negative { return left.negative }
        return left.negative ? right.isNearerZero(than: left) : left.isNearerZero(than: right)
    }

    private func isNearerZero(than other: ExactDecimal) -> Bool {
        if isZero || other.isZero { return isZero && !other.isZero }
        let magnitude = digits.count + exponent
        let otherMagnitude = other.digits.count + other.exponent
        if magnitude != otherMagnitude { return magnitude < otherMagnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
