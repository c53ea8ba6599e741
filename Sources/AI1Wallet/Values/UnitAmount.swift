/// An amount as people write it: decimal digits with or without a fraction, and a unit: `1.5eth`, `25 AI1NET`,
/// `100gwei`.
///
/// It is turned into the smallest units exactly or not at all: nothing is rounded. Exponents, signs, hexadecimal digits
/// and separators of thousands are refused, because people and programs read them differently.
package struct UnitAmount: Sendable, Hashable {
    /// Longer text is refused.
    package static let maximumByteCount = 256

    /// The digits before the point, at least one.
    private let whole: String
    /// The digits behind the point, without zeros at the end.
    private let fraction: String
    /// The unit as it was written; nil when there was none.
    package let unit: String?

    /// Reads digits, a point and digits if there is a fraction, spaces if any, and a unit if any.
    /// - Throws: `WalletError` of code `malformed`
    package init(parsing text: String) throws(WalletError) {
        guard text.utf8.count <= Self.maximumByteCount else { throw Self.malformed("the amount is too long") }
        let isSpace = { (byte: UInt8) in byte == 0x20 }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        var rest = text.utf8.drop(while: isSpace)
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty else {
            throw rest.first == UInt8(ascii: "-")
                ? Self.malformed("an amount cannot be negative") : Self.malformed("an amount begins with a digit")
        }
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { throw Self.malformed("an amount needs a digit behind its point") }
            rest = rest.dropFirst(fraction.count + 1)
        }
        guard rest.first != UInt8(ascii: ","), rest.first != UInt8(ascii: "_") else {
            throw Self.malformed("an amount has no separators of thousands, and a point before its fraction")
        }
        let name = rest.drop(while: isSpace)
        if name.count == rest.count { try Self.refuseNotation(whole: whole, name: name) }
        while fraction.last == 0x30 { fraction = fraction.dropLast() }
        self.whole = String(Substring(whole))
        self.fraction = String(Substring(fraction))
        unit = try Self.unit(name)
    }

    /// `1e3` and `0x10` are numbers to others, not amounts with a unit.
    private static func refuseNotation(
        whole: Substring.UTF8View, name: Substring.UTF8View
    ) throws(WalletError) {
        guard let first = name.first else { return }
        let next = name.dropFirst().first
        let isNextDigit = next.map { (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d } ?? false
        if first | 0x20 == UInt8(ascii: "e"), isNextDigit { throw malformed("an amount cannot have an exponent") }
        if first | 0x20 == UInt8(ascii: "x"), whole.elementsEqual([0x30]) {
            throw malformed("an amount cannot be hexadecimal")
        }
    }

    private static func unit(_ text: Substring.UTF8View) throws(WalletError) -> String? {
        var text = text
        while text.last == 0x20 { text = text.dropLast() }
        guard let first = text.first else { return nil }
        guard !(0x30...0x39).contains(first), first != UInt8(ascii: "."), text.allSatisfy({ $0 > 0x20 && $0 != 0x7f })
        else { throw malformed("an amount is one number and one unit") }
        return String(Substring(text))
    }

    /// The amount in the smallest units of something that has `decimals` decimals (0 to 255).
    /// - Throws: `WalletError` of code `malformed` when the fraction has more digits than that, `overflow`
    package func units(decimals: Int) throws(WalletError) -> UInt256 {
        precondition((0...255).contains(decimals))
        guard fraction.utf8.count <= decimals else {
            throw WalletError(
                .malformed, "the amount has more than \(decimals) decimal\(decimals == 1 ? "" : "s")",
                hint: "nothing is rounded: give a number of whole smallest units")
        }
        let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
        let digits = (whole + fraction + zeros).drop { $0 == "0" }
        guard let value = digits.isEmpty ? .zero : UInt256(decimal: digits) else {
            throw WalletError(.overflow, "the amount does not fit into 256 bits")
        }
        return value
    }

    /// The amount in wei, by its unit.
    /// - Parameter unit: what an amount without one is in; nil when it must have one
    /// - Throws: `WalletError` of code `malformed` for another unit or a fraction of a wei, `overflow`
    package func wei(default unit: EtherUnit? = nil) throws(WalletError) -> UInt256 {
        guard let unit = self.unit.map(EtherUnit.init(named:)) ?? unit else {
            throw WalletError(
                .malformed, self.unit == nil ? "the amount has no unit" : "not a unit of ether",
                hint: "the units are wei, kwei, mwei, gwei, szabo, finney and eth")
        }
        return try units(decimals: unit.decimals)
    }

    /// The amount in the smallest units of a token. It may go without a unit; another than the token's symbol is
    /// refused.
    /// - Throws: `WalletError` of code `malformed` or `overflow`
    package func units(of symbol: String, decimals: Int) throws(WalletError) -> UInt256 {
        guard unit.map({ $0.lowercased() == symbol.lowercased() || $0 == "$" + symbol }) ?? true else {
            throw WalletError(.malformed, "the amount is in another unit than the token's symbol")
        }
        return try units(decimals: decimals)
    }

    private static func malformed(_ message: String) -> WalletError {
        WalletError(.malformed, message, hint: "such as 1.5eth, 100gwei, 25 AI1NET")
    }
}
