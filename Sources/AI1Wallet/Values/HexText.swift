/// Hexadecimal text of public octets: `0x` and two digits an octet. Secrets are read by `SecretHex`.
package enum HexText {
    private static let digits = Array("0123456789abcdef".utf8)

    /// `0x` and digits in lower case; `0x` alone for nothing.
    package static func encode(_ bytes: some Collection<UInt8>, prefix: Bool = true) -> String {
        let count = bytes.count * 2 + (prefix ? 2 : 0)
        return String(unsafeUninitializedCapacity: count) { buffer in
            var index = 0
            if prefix {
                buffer[0] = 0x30
                buffer[1] = 0x78
                index = 2
            }
            for byte in bytes {
                buffer[index] = digits[Int(byte >> 4)]
                buffer[index + 1] = digits[Int(byte & 15)]
                index += 2
            }
            return count
        }
    }

    /// Octets of text with or without `0x`, digits of either case, an even number of them; nil for anything else.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var source = Substring(text).utf8
        if source.starts(with: [0x30, 0x78]) || source.starts(with: [0x30, 0x58]) { source = source.dropFirst(2) }
        let count = source.count
        guard count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count / 2)
        var iterator = source.makeIterator()
        while let high = iterator.next(), let low = iterator.next() {
            guard let first = value(high), let second = value(low) else { return nil }
            bytes.append(first << 4 | second)
        }
        return bytes
    }

    /// The value of a hexadecimal digit.
    package static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}
