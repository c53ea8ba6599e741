internal import BigInt

/// An unsigned integer of 256 bits, as amounts, gas and storage words are. Arithmetic that does not fit throws.
package struct UInt256: Sendable, Hashable {
    private let value: BigUInt

    package static let zero = UInt256(unchecked: 0)
    package static let one = UInt256(unchecked: 1)
    /// 2²⁵⁶ − 1.
    package static let max = UInt256(unchecked: (BigUInt(1) << 256) - 1)

    private init(unchecked value: BigUInt) { self.value = value }

    private init(checking value: BigUInt) throws(WalletError) {
        guard value.bitWidth <= 256 else { throw WalletError(.overflow, "a number does not fit into 256 bits") }
        self.value = value
    }

    package init(_ value: UInt64) { self.value = BigUInt(value) }

    /// Big-endian octets, at most 32 of them; nil for more.
    package init?(bigEndian bytes: some Collection<UInt8>) {
        guard bytes.count <= 32 else { return nil }
        var words: [UInt] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            words.append(rest.suffix(8).reduce(0) { $0 << 8 | UInt($1) })
            rest = rest.dropLast(8)
        }
        value = BigUInt(words: words)
    }

    /// Decimal digits and nothing else; nil for other text or a number that does not fit.
    package init?(decimal text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 78, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = BigUInt(String(text)), value.bitWidth <= 256
        else { return nil }
        self.value = value
    }

    /// `0x` and hexadecimal digits (a JSON-RPC quantity, leading zeros taken too); nil for other text.
    package init?(hex text: some StringProtocol) {
        let digits = text.utf8.dropFirst(2)
        guard text.hasPrefix("0x"), (1...66).contains(digits.count),
            digits.allSatisfy({ HexText.value($0) != nil }),
            let value = BigUInt(String(text.dropFirst(2)), radix: 16), value.bitWidth <= 256
        else { return nil }
        self.value = value
    }

    /// 32 octets, big-endian.
    package var word: [UInt8] {
        let bytes = minimalBytes
        return Array(repeating: 0, count: 32 - bytes.count) + bytes
    }

    /// Big-endian without leading zero octets; empty for zero.
    package var minimalBytes: [UInt8] {
        var bytes: [UInt8] = []
        for word in value.words.reversed() {
            for shift in stride(from: UInt.bitWidth - 8, through: 0, by: -8) {
                let byte = UInt8(truncatingIfNeeded: word >> UInt(shift))
                if byte != 0 || !bytes.isEmpty { bytes.append(byte) }
            }
        }
        return bytes
    }

    /// A JSON-RPC quantity: `0x` and digits without leading zeros.
    package var hex: String { "0x" + String(value, radix: 16) }

    /// Decimal digits.
    package var decimal: String { String(value) }

    /// nil when it needs more than 64 bits.
    package var uint64: UInt64? { UInt64(exactly: value) }

    package var isZero: Bool { value.isZero }

    /// How many bits it needs.
    package var bitWidth: Int { value.bitWidth }

    /// - Throws: `WalletError` of code `overflow`
    package func adding(_ other: UInt256) throws(WalletError) -> UInt256 { try UInt256(checking: value + other.value) }

    /// - Throws: `WalletError` of code `overflow` below zero
    package func subtracting(_ other: UInt256) throws(WalletError) -> UInt256 {
        guard value >= other.value else { throw WalletError(.overflow, "a difference is less than zero") }
        return UInt256(unchecked: value - other.value)
    }

    /// - Throws: `WalletError` of code `overflow`
    package func multiplied(by other: UInt256) throws(WalletError) -> UInt256 {
        try UInt256(checking: value * other.value)
    }

    /// The quotient, rounded down, and the remainder. The divisor must not be zero.
    package func dividedRoundingDown(by other: UInt256) -> (quotient: UInt256, remainder: UInt256) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: other.value)
        return (UInt256(unchecked: quotient), UInt256(unchecked: remainder))
    }

    /// This number × numerator ÷ denominator in full width, rounded up: how fees are raised by a part.
    /// - Throws: `WalletError` of code `overflow`
    package func scaledRoundingUp(_ numerator: UInt64, over denominator: UInt64) throws(WalletError) -> UInt256 {
        let product = value * BigUInt(numerator)
        return try UInt256(checking: (product + BigUInt(denominator) - 1) / BigUInt(denominator))
    }

    /// 10 to a power of 0 to 77.
    package static func powerOfTen(_ exponent: Int) -> UInt256 {
        precondition((0...77).contains(exponent))
        return UInt256(unchecked: BigUInt(10).power(exponent))
    }
}

extension UInt256: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    package static func < (left: UInt256, right: UInt256) -> Bool { left.value < right.value }
    package init(integerLiteral value: UInt64) { self.init(value) }
    package var description: String { decimal }
}
