import AI1Wallet
import Testing

@Suite("Names of accounts and contacts")
struct WalletNameTests {
    @Test("Letters, digits and three signs are a name", arguments: ["a", "Main", "my-savings_2.old", "_x", "9lives"])
    func good(text: String) throws { #expect(try WalletName(text).text == text) }

    @Test(
        "What looks like another, leads elsewhere or is none is refused",
        arguments: [
            "", "-x", ".x", "a b", "a/b", "../x", "s\u{430}vings", "a\u{202E}b", "a\u{200B}", "a\u{7}", "@x", "0xabc",
            "0XABC", String(repeating: "x", count: 41),
        ])
    func bad(text: String) {
        #expect(throws: WalletError.self) { try WalletName(text) }
    }
}
