/// An account's address: the last 20 octets of the Keccak-256 hash of its public key. Shown with the checksum of EIP-55.
package struct Address: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Twenty zero octets, which nobody has the key of.
    package static let zero = Address(unchecked: Array(repeating: 0, count: 20))

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// nil unless there are exactly 20 octets.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 20 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads `0x` and 40 digits. Digits of mixed case must carry the checksum of EIP-55; all of one case carry none.
    /// - Throws: `WalletError` of code `malformed` or `checksum`
    package init(_ text: String) throws(WalletError) {
        guard text.utf8.count == 42, text.hasPrefix("0x"), let bytes = HexText.decode(text) else {
            throw WalletError(.malformed, "not an address", hint: "an address is 0x and 40 hexadecimal digits")
        }
        self.bytes = bytes
        let digits = text.utf8.dropFirst(2)
        let hasLower = digits.contains { $0 >= 0x61 }
        let hasUpper = digits.contains { (0x41...0x46).contains($0) }
        if hasLower, hasUpper, text != checksummed {
            throw WalletError(
                .checksum, "the checksum of the address is wrong: a digit was mistyped or changed",
                hint: "copy the whole address again from where it came from")
        }
    }

    /// Of EIP-55: a letter is a capital where the hash of the lower-case digits has its high bit set.
    package var checksummed: String {
        var text = Array(HexText.encode(bytes, prefix: false).utf8)
        Keccak256.hash(text).withBytes { hash in
            for index in text.indices where text[index] >= 0x61 {
                let half = index.isMultiple(of: 2) ? hash[index / 2] >> 4 : hash[index / 2] & 15
                if half >= 8 { text[index] -= 0x20 }
            }
        }
        return "0x" + String(decoding: text, as: UTF8.self)
    }

    /// In lower case, for files and wire formats that carry no checksum.
    package var lowercased: String { HexText.encode(bytes) }

    /// Its first and last four digits, `0x9dF4…E21a`: enough to recognise, too little to trust.
    package var short: String {
        let text = checksummed
        return "\(text.prefix(6))…\(text.suffix(4))"
    }
}

extension Address: CustomStringConvertible {
    package var description: String { checksummed }
}
