/// Hexadecimal text of secret octets, which never becomes a `String`.
package enum SecretHex {
    /// Reads 64 digits of either case, with or without `0x`, white space around them ignored.
    /// - Returns: 32 octets
    /// - Throws: `WalletError` of code `malformed`, or `system` without memory
    package static func decode(_ text: SecretBytes) throws -> SecretBytes {
        try text.withBytes { source in
            var digits = source.trimmed
            if digits.count >= 2, digits[0] == 0x30, digits[1] | 0x20 == 0x78 {
                digits = UnsafeRawBufferPointer(rebasing: digits.dropFirst(2))
            }
            guard digits.count == 64 else { throw malformed }
            return try SecretBytes(capacity: 32) { output in
                for index in 0..<32 {
                    guard let high = HexText.value(digits[2 * index]), let low = HexText.value(digits[2 * index + 1])
                    else { throw malformed }
                    output[index] = high << 4 | low
                }
                return 32
            }
        }
    }

    /// Two digits an octet in lower case, for a secret that its owner wants to see.
    /// - Parameter prefix: whether `0x` comes first
    /// - Throws: `WalletError` of code `system` without memory
    package static func encode(_ bytes: SecretBytes, prefix: Bool = true) throws -> SecretBytes {
        try bytes.withBytes { source in
            try SecretBytes(capacity: source.count * 2 + (prefix ? 2 : 0)) { output in
                var index = 0
                if prefix {
                    output[0] = 0x30
                    output[1] = 0x78
                    index = 2
                }
                for octet in source {
                    output[index] = digit(octet >> 4)
                    output[index + 1] = digit(octet & 15)
                    index += 2
                }
                return index
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    private static var malformed: WalletError {
        WalletError(
            .malformed, "not a private key", hint: "a private key is 64 hexadecimal digits, 0x before them or not")
    }
}
