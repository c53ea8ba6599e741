import Testing

@testable import AI1Wallet

@Suite("Derivation paths")
struct DerivationPathTests {
    @Test(
        "What is read is written again, hardened steps with an apostrophe",
        arguments: [
            ("m", "m"), ("m/0", "m/0"), ("m/44'/60'/0'/0/0", "m/44'/60'/0'/0/0"),
            ("m/44h/60H/0'/0/7", "m/44'/60'/0'/0/7"),
            ("m/2147483647'/2147483647", "m/2147483647'/2147483647"),
        ])
    func reads(_ text: String, _ printed: String) throws {
        #expect(try DerivationPath(text).description == printed)
    }

    @Test(
        "Everything else is refused",
        arguments: [
            "", "/", "m/", "M", "M/0", "44'/60'", "m//0", "m/0/", "m/'", "m/h", "m/0''", "m/0'h", "m/-1", "m/+1",
            "m/ 0",
            "m/0 ", "m/2147483648", "m/4294967296", "m/99999999999", "m/00", "m/01", "m/0x1", "m/a", "m/٣", "n/0", "m0",
            "m/1.0", " m/0",
        ])
    func refuses(_ text: String) {
        let error = #expect(throws: WalletError.self) { try DerivationPath(text) }
        #expect(error?.code == .invalidKey)
    }

    @Test("There are at most 255 steps")
    func depth() throws {
        let longest = "m" + String(repeating: "/1", count: 255)
        #expect(try DerivationPath(longest).indices.count == 255)
        #expect(throws: WalletError.self) { try DerivationPath(longest + "/1") }
    }

    @Test("Ethereum's accounts are at BIP-44's place")
    func ethereum() throws {
        #expect(try DerivationPath.ethereum(account: 12).description == "m/44'/60'/0'/0/12")
        #expect(throws: WalletError.self) { try DerivationPath.ethereum(account: DerivationPath.hardened) }
    }
}
