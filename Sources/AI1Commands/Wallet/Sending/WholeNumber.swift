internal import AI1Core
internal import ArgumentParser

/// Whole numbers as users of cast type them: decimal, or hexadecimal with 0x.
enum WholeNumber {
    /// Nil for other text, and for what 64 bits do not hold.
    static func parse(_ text: String) -> UInt64? {
        let isHex = text.hasPrefix("0x")
        let digits = isHex ? text.dropFirst(2) : text[...]
        // The library would take a sign too.
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
        return UInt64(digits, radix: isHex ? 16 : 10)
    }

    /// - Throws: `ValidationError` that says what a number looks like
    static func argument(_ text: String) throws -> UInt64 {
        guard let value = parse(text) else {
            throw ValidationError("'\(text)' is no whole number: decimal digits, or 0x and hexadecimal ones")
        }
        return value
    }
}
