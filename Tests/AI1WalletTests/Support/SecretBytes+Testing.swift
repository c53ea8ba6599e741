@testable import AI1Wallet

extension SecretBytes {
    /// A secret that a test knows.
    static func text(_ text: String) throws -> SecretBytes {
        try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    /// The octets of hexadecimal digits that a test knows.
    static func hex(_ digits: String) throws -> SecretBytes {
        try (HexText.decode(digits) ?? []).withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    /// What a test may see of it.
    var shownText: String { withBytes { String(decoding: $0, as: UTF8.self) } }
    var shownHex: String { withBytes { HexText.encode(Array($0), prefix: false) } }
}
