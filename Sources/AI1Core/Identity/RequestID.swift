/// The identity of one request through every part of the program: a UUID version 7 (RFC 9562), so that ids sort by time.
package struct RequestID: Sendable, Hashable, Comparable {
    /// The sixteen octets in network order.
    package let high: UInt64
    package let low: UInt64

    /// Makes an id from a wall-clock time and 74 random bits.
    /// - Parameters:
    ///   - time: the moment of creation; its low 48 bits of milliseconds go into the id
    ///   - random: sixteen random octets; 74 of their bits are used
    package init(time: Timestamp, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(clamping: time.millisecondsSinceEpoch) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | (random.0 & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (random.1 >> 2)
    }

    /// An id whose octets are known, in network order.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the 36-character form; nil when the text is no UUID.
    package init?(_ text: String) {
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for (index, byte) in text.utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let nibble = hexValue(byte) else { return nil }
            digits.append(nibble)
        }
        guard digits.count == 32 else { return nil }
        high = digits[0..<16].reduce(0) { $0 << 4 | UInt64($1) }
        low = digits[16..<32].reduce(0) { $0 << 4 | UInt64($1) }
    }

    package static func < (left: RequestID, right: RequestID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// The last eight hexadecimal digits: unique enough for a person to name a recent request.
    package var short: String { String(description.suffix(8)) }
}

extension RequestID: CustomStringConvertible {
    /// The canonical 8-4-4-4-12 form in lower case.
    package var description: String {
        let digits = hexadecimal(high, width: 16) + hexadecimal(low, width: 16)
        var text = ""
        for (index, character) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(character)
        }
        return text
    }
}

/// The value of one hexadecimal digit in ASCII, or nil.
package func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// A number in lower-case hexadecimal, padded on the left with zeros to `width` digits.
package func hexadecimal(_ value: UInt64, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
