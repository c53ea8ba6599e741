/// A signed integer of 256 bits, as sign and magnitude: −2²⁵⁵ to 2²⁵⁵ − 1.
package struct Int256: Sendable, Hashable {
    /// Never true for zero.
    package let isNegative: Bool
    package let magnitude: UInt256

    package static let zero = Int256(unchecked: .zero, isNegative: false)

    private init(unchecked magnitude: UInt256, isNegative: Bool) {
        self.magnitude = magnitude
        self.isNegative = isNegative && !magnitude.isZero
    }

    /// nil when it is below −2²⁵⁵ or above 2²⁵⁵ − 1.
    package init?(magnitude: UInt256, isNegative: Bool) {
        self.init(unchecked: magnitude, isNegative: isNegative)
        guard fits(bits: 256) else { return nil }
    }

    package init(_ value: Int64) {
        self.init(unchecked: UInt256(value.magnitude), isNegative: value < 0)
    }

    /// Decimal digits, a minus sign before them or not; nil for other text or a number that does not fit.
    package init?(decimal text: some StringProtocol) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        guard let magnitude = UInt256(decimal: isNegative ? text.dropFirst() : text[...]) else { return nil }
        self.init(magnitude: magnitude, isNegative: isNegative)
    }

    /// 32 octets in two's complement, big-endian; nil for another count.
    package init?(word: some Collection<UInt8>) {
        guard word.count == 32, let first = word.first else { return nil }
        let isNegative = first & 0x80 != 0
        let bytes = isNegative ? Self.negated(Array(word)) : Array(word)
        guard let magnitude = UInt256(bigEndian: bytes) else { return nil }
        self.init(unchecked: magnitude, isNegative: isNegative)
    }

    /// 32 octets in two's complement, big-endian.
    package var word: [UInt8] { isNegative ? Self.negated(magnitude.word) : magnitude.word }

    /// Decimal digits with a minus sign if it is negative.
    package var decimal: String { (isNegative ? "-" : "") + magnitude.decimal }

    /// Whether two's complement of that many bits (at least 1) holds it.
    package func fits(bits: Int) -> Bool {
        let width = magnitude.bitWidth
        if width < bits { return true }
        // The one number of full width is −2ᵇⁱᵗˢ⁻¹.
        return isNegative && width == bits && magnitude.trailingZeroBits == bits - 1
    }

    private static func negated(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes.map { ~$0 }
        for index in result.indices.reversed() {
            result[index] &+= 1
            if result[index] != 0 { break }
        }
        return result
    }
}

extension UInt256 {
    /// Zero bits below the lowest one bit; 256 for zero.
    fileprivate var trailingZeroBits: Int {
        let bytes = word
        guard let last = bytes.lastIndex(where: { $0 != 0 }) else { return 256 }
        return (31 - last) * 8 + bytes[last].trailingZeroBitCount
    }
}

extension Int256: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    package static func < (left: Int256, right: Int256) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (true, false): true
        case (false, true): false
        case (false, false): left.magnitude < right.magnitude
        case (true, true): right.magnitude < left.magnitude
        }
    }

    package init(integerLiteral value: Int64) { self.init(value) }

    package var description: String { decimal }
}
