/// Which sets an octet belongs to, as bits, so that one look-up answers all questions of the hot loop.
enum ByteClass {
    /// `A–Z a–z 0–9`.
    static let alphanumeric: UInt8 = 1
    /// `A–Z 0–9`.
    static let upper: UInt8 = 2
    /// Letters, digits, `_`, `-`: base64url.
    static let word: UInt8 = 4
    /// The same and `.`.
    static let dotted: UInt8 = 8
    /// Letters, digits, `/`.
    static let path: UInt8 = 16
    /// `:`, `=`, `>`: what may stand between a name and its value.
    static let mark: UInt8 = 32
    /// A key of the user's own begins with it.
    static let own: UInt8 = 64
    /// Letters, digits, `+`, `/`: base64 without its padding.
    static let base64: UInt8 = 128

    /// The table for all octets.
    static func table(ownKeys: [[UInt8]]) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 256)
        for byte in 0..<128 {
            switch UInt8(byte) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): table[byte] = alphanumeric | word | dotted | path | base64
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                table[byte] = alphanumeric | upper | word | dotted | path | base64
            case UInt8(ascii: "_"), UInt8(ascii: "-"): table[byte] = word | dotted
            case UInt8(ascii: "."): table[byte] = dotted
            case UInt8(ascii: "/"): table[byte] = path | base64
            case UInt8(ascii: "+"): table[byte] = base64
            case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ">"): table[byte] = mark
            default: break
            }
        }
        for key in ownKeys { if let first = key.first { table[Int(first)] |= own } }
        return table
    }
}

/// Small questions about octets.
enum Octets {
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
    static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }
    static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
