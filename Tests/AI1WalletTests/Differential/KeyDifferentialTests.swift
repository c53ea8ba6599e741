import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Keystores and mnemonics against eth-account", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct KeyDifferentialTests {
    @Test("Keystores that eth-account wrote open here")
    func opened() async throws {
        let result = try await OutsideCases.compare("keystores") { each in
            let keystore = try Keystore(parsing: (each["keystore"] ?? .null).encoded())
            let key = try keystore.unlock(password: try SecretBytes.text(try each.text("password")))
            guard try key.hexText().shownText == "0x" + (try each.text("key")) else { return "another key" }
            return key.address.checksummed == (try each.text("address")) ? nil : "another address"
        }
        #expect(result.count == 12)
        #expect(result.failures.isEmpty, "\(result.failures.prefix(3))")
    }

    @Test("200 random mnemonics with passphrases and paths lead to the same keys")
    func mnemonics() async throws {
        let result = try await OutsideCases.compare("mnemonics") { each in
            let mnemonic = try Mnemonic(parsing: try SecretBytes.text(try each.text("words")))
            let key = try mnemonic.key(
                at: try DerivationPath(each.text("path")), passphrase: try SecretBytes.text(try each.text("passphrase"))
            )
            guard try key.hexText().shownText == "0x" + (try each.text("key")) else { return "another key" }
            return key.address.checksummed == (try each.text("address")) ? nil : "another address"
        }
        #expect(result.count == 200)
        #expect(result.failures.isEmpty, "\(result.failures.count): \(result.failures.prefix(3))")
    }

    @Test("Keystores written here open in eth-account, and with a wrong password they do not")
    func sealed() async throws {
        var lines: [UInt8] = []
        var expected: [String] = []
        for (index, password) in ["plain", "with spaces  ", "пароль 密码 é", "e\u{301}"].enumerated() {
            let key = try PrivateKey.random()
            let keystore = try Keystore.seal(key: key, password: try SecretBytes.text(password), cost: .light)
            let file = try JSONParser.parse(keystore.encoded)
            for attempt in [password, "wrong \(index)"] {
                lines += (["keystore": file, "password": .string(attempt)] as JSONValue).encoded() + [0x0A]
            }
            expected += [String(try key.hexText().shownText.dropFirst(2)), "error: MAC mismatch"]
        }
        let program = try ChainPython.start("differential/open_keystores.py", [], input: .bytes(lines))
        let result = await program.result()
        #expect(result.status == 0, "\(result.errorText)")
        #expect(result.outputText.split(separator: "\n").map(String.init) == expected)
    }
}
