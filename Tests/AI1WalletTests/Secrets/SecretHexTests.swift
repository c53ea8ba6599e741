import Testing

@testable import AI1Wallet

@Suite("Private keys as text")
struct SecretHexTests {
    private static let digits = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"

    @Test(
        "Digits of either case are read, with 0x and white space or without",
        arguments: [
            digits, "0x" + digits, "0X" + digits.uppercased(), "  " + digits + "\r\n", "\n0x" + digits,
        ])
    func reads(_ text: String) throws {
        let key = try PrivateKey(hex: .text(text))
        #expect(key.address.checksummed == "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23")
        #expect(try key.hexText().shownText == "0x" + Self.digits)
    }

    private static let others: [String] = [
        "", "0x", "0", String(digits.dropLast()), digits + "0", "0x" + digits + "00", digits.dropLast() + "g",
        "0x0x" + digits.dropLast(4), digits.replacing("a", with: " "), "\u{E9}" + digits.dropLast(2),
    ]

    @Test("Everything else is refused", arguments: others)
    func refuses(_ text: String) throws {
        let secret = try SecretBytes.text(text)
        let error = #expect(throws: WalletError.self) { try SecretHex.decode(secret) }
        #expect(error?.code == .malformed)
        #expect(error?.message == "not a private key")
    }

    @Test(
        "Zero and the group's order are no keys",
        arguments: [
            String(repeating: "0", count: 64), "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
            String(repeating: "f", count: 64),
        ])
    func notKeys(_ text: String) throws {
        let secret = try SecretBytes.text(text)
        let error = #expect(throws: WalletError.self) { try PrivateKey(hex: secret) }
        #expect(error?.code == .invalidKey)
    }
}
