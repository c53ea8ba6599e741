extension UnitAmount {
    /// An amount of smallest units, exactly, in units of 10 to the power of `decimals` (0 to 255): `1,204.5`.
    package static func text(_ amount: UInt256, decimals: Int) -> String {
        let (whole, fraction) = split(amount, decimals: decimals)
        return grouped(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The same without separators, in the form that `init(parsing:)` reads: `1204.5`.
    package static func plainText(_ amount: UInt256, decimals: Int) -> String {
        let (whole, fraction) = split(amount, decimals: decimals)
        return whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// A whole number with its thousands separated: `25,000,000,000`.
    package static func grouped(_ number: UInt256) -> String { grouped(number.decimal) }

    private static func split(_ amount: UInt256, decimals: Int) -> (whole: String, fraction: String) {
        precondition((0...255).contains(decimals))
        let digits = amount.decimal
        let missing = decimals + 1 - digits.utf8.count
        let padded = missing > 0 ? String(repeating: "0", count: missing) + digits : digits
        var fraction = padded.suffix(decimals)
        while fraction.last == "0" { fraction.removeLast() }
        return (String(padded.dropLast(decimals)), String(fraction))
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
