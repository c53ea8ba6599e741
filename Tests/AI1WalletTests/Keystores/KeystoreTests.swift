import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Keystores of version 3")
struct KeystoreTests {
    /// Cheap, for tests.
    static let cost = try? ScryptCost(n: 16, r: 8, p: 1)

    static func sealed(_ password: String = "correct horse") throws -> (key: PrivateKey, keystore: Keystore) {
        let key = try PrivateKey.random()
        return (key, try Keystore.seal(key: key, password: .text(password), cost: #require(cost)))
    }

    /// The keystore with a text in its JSON exchanged for another.
    static func changed(_ json: String, _ old: String, _ new: String) throws -> Keystore {
        try #require(json.contains(old))
        return try Keystore(
            parsing: Array(json.split(separator: old, omittingEmptySubsequences: false).joined(separator: new).utf8))
    }

    @Test(
        "Those that others made open with their password",
        arguments: [
            KeystoreVectors.published.map(\.name), KeystoreVectors.foreign.map(\.name),
        ].joined())
    func vectors(_ name: String) throws {
        let vector = try #require((KeystoreVectors.published + KeystoreVectors.foreign).first { $0.name == name })
        let keystore = try Keystore(parsing: Array(vector.json.utf8))
        let key = try keystore.unlock(password: .text(vector.password))
        #expect(key.secret.shownHex == vector.key)
        #expect(keystore.address == nil || keystore.address == key.address)
    }

    @Test("A new one opens again, and only with its password")
    func roundTrip() throws {
        let (key, keystore) = try Self.sealed()
        let read = try Keystore(parsing: keystore.encoded)
        #expect(read == keystore)
        #expect(try read.unlock(password: .text("correct horse")).secret.matches(key.secret))
        for wrong in ["", "Correct horse", "correct horse ", "correct hors"] {
            let error = #expect(throws: WalletError.self) { try read.unlock(password: .text(wrong)) }
            #expect(error?.code == .wrongPassword)
            #expect(error?.kind == .keyRefused)
            #expect(error?.message == "the password does not open the keystore")
        }
    }

    @Test("An empty password is a password")
    func emptyPassword() throws {
        let (key, keystore) = try Self.sealed("")
        #expect(try keystore.unlock(password: .text("")).secret.matches(key.secret))
    }

    @Test("Two of the same key and password have nothing in common but the address")
    func salted() throws {
        let key = try PrivateKey.random()
        let one = try Keystore.seal(key: key, password: .text("p"), cost: #require(Self.cost))
        let two = try Keystore.seal(key: key, password: .text("p"), cost: #require(Self.cost))
        #expect(one.address == two.address)
        #expect(one.counter != two.counter)
        #expect(one.kdf != two.kdf)
        #expect(one.ciphertext != two.ciphertext)
        #expect(one.id != two.id)
    }

    @Test("The file has geth's form: members, lower-case address without 0x, a UUID of version 4")
    func form() throws {
        let (key, keystore) = try Self.sealed()
        let json = try JSONParser.parse(keystore.encoded)
        #expect(json.object?.names == ["address", "crypto", "id", "version"])
        #expect(json["address"]?.string == String(key.address.lowercased.dropFirst(2)))
        #expect(json["version"]?.number?.int64 == 3)
        let crypto = try #require(json["crypto"])
        #expect(crypto.object?.names == ["cipher", "ciphertext", "cipherparams", "kdf", "kdfparams", "mac"])
        #expect(crypto["kdfparams"]?.object?.names == ["dklen", "n", "p", "r", "salt"])
        #expect(crypto["kdfparams"]?["salt"]?.string?.utf8.count == 64)
        let id = Array(try #require(json["id"]?.string).utf8)
        #expect(id.count == 36 && id[14] == UInt8(ascii: "4") && "89ab".utf8.contains(id[19]))
    }

    @Test("The standard cost is 2¹⁸ · 8 · 1")
    func standardCost() {
        #expect(
            [ScryptCost.standard.n, UInt64(ScryptCost.standard.r), UInt64(ScryptCost.standard.p)] == [1 << 18, 8, 1])
    }

    @Test("What was changed in the file does not open", arguments: ["ciphertext", "mac", "salt"])
    func tampered(_ member: String) throws {
        let text = String(decoding: try Self.sealed().keystore.encoded, as: UTF8.self)
        let start = try #require(text.range(after: "\"\(member)\":\""))
        let digit = text[start]
        let changed = text[..<start] + (digit == "0" ? "1" : "0") + text[text.index(after: start)...]
        let keystore = try Keystore(parsing: Array(String(changed).utf8))
        let error = #expect(throws: WalletError.self) { try keystore.unlock(password: .text("correct horse")) }
        #expect(error?.code == .wrongPassword)
    }

    @Test("A changed counter or address gives another key than the file says: refused as tampered")
    func otherKey() throws {
        let text = String(decoding: try Self.sealed().keystore.encoded, as: UTF8.self)
        for member in ["iv", "address"] {
            let start = try #require(text.range(after: "\"\(member)\":\""))
            let changed = text[..<start] + (text[start] == "0" ? "1" : "0") + text[text.index(after: start)...]
            let keystore = try Keystore(parsing: Array(String(changed).utf8))
            let error = #expect(throws: WalletError.self) { try keystore.unlock(password: .text("correct horse")) }
            #expect(error?.code == .tampered)
        }
    }

    @Test("Either case of crypto, an address with 0x, and unknown members are taken")
    func forgiving() throws {
        let vector = KeystoreVectors.foreign[0]
        let keystore = try Self.changed(vector.json, "\"crypto\":", "\"x\":[1],\"Crypto\":")
        #expect(try keystore.unlock(password: .text(vector.password)).secret.shownHex == vector.key)
        let other = try Self.changed(
            vector.json, "2c7536E3605D9C16a7a3D7b1898e529396a65c23", "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23")
        #expect(other.address == keystore.address)
        #expect(other.id == "d8515a7a-7e91-42f0-bddc-f7a9bf2c7aed")
    }

    @Test(
        "What asks for too much, or is not of this form, is refused with the reason",
        arguments: [
            ("\"n\":1024", "\"n\":1023", "scrypt parameters are not valid"),
            ("\"n\":1024", "\"n\":0", "scrypt parameters are not valid"),
            ("\"n\":1024", "\"n\":1", "scrypt parameters are not valid"),
            ("\"n\":1024", "\"n\":-8", "no valid number n"),
            ("\"n\":1024", "\"n\":1e30", "no valid number n"),
            ("\"n\":1024", "\"n\":\"1024\"", "no valid number n"),
            ("\"n\":1024", "\"n\":2097152", "more than 1 GiB"),
            ("\"r\":8", "\"r\":1048576", "more than 1 GiB"),
            ("\"p\":1", "\"p\":2097152", "more than 1 GiB"),
            ("\"p\":1", "\"p\":65536", "too much time"),
            ("\"r\":8", "\"r\":0", "scrypt parameters are not valid"),
            ("\"dklen\":32", "\"dklen\":16", "another dklen"),
            ("\"dklen\":32", "\"dklen\":64", "another dklen"),
            ("\"version\":3", "\"version\":1", "not of version 3"),
            ("aes-128-ctr", "aes-128-cbc", "another cipher"),
            ("\"scrypt\"", "\"argon2\"", "another kdf"),
            ("\"iv\":\"89", "\"iv\":\"", "no valid iv"),
            ("\"mac\":\"9b", "\"mac\":\"zz", "no valid mac"),
            ("\"ciphertext\":\"6e", "\"ciphertext\":\"", "no valid ciphertext"),
            ("\"address\":\"2c", "\"address\":\"", "address that is none"),
            ("\"crypto\"", "\"secrets\"", "no member crypto"),
            ("{\"address\"", "[\"address\"", "no JSON"),
        ])
    func refused(_ old: String, _ new: String, _ reason: String) throws {
        let error = #expect(throws: WalletError.self) {
            try Self.changed(KeystoreVectors.foreign[0].json, old, new)
        }
        #expect(error?.code == .invalidKeystore)
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test("More than ten million rounds of PBKDF2, none at all, and other hash functions are refused")
    func refusedRounds() throws {
        let json = KeystoreVectors.foreign[1].json
        for (old, new) in [("\"c\":5", "\"c\":10000001"), ("\"c\":5", "\"c\":0"), ("hmac-sha256", "hmac-sha512")] {
            #expect(throws: WalletError.self) { try Self.changed(json, old, new) }
        }
    }

    @Test("A file of more than 64 KiB is refused")
    func tooLarge() {
        let json = KeystoreVectors.foreign[0].json + String(repeating: " ", count: 64 << 10)
        #expect(throws: WalletError(.invalidKeystore, "the keystore is larger than 64 KiB")) {
            try Keystore(parsing: Array(json.utf8))
        }
    }

    @Test("Cut at any octet it is refused without a crash")
    func cut() {
        let json = Array(KeystoreVectors.foreign[0].json.utf8)
        for count in 0..<json.count {
            #expect(throws: WalletError.self) { try Keystore(parsing: Array(json[..<count])) }
        }
    }
}

extension String {
    /// The place behind the first occurrence of a text.
    func range(after text: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(text) }.map { index($0, offsetBy: text.count) }
    }
}
