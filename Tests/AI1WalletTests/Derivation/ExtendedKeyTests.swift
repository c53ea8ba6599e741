import Testing

@testable import AI1Wallet

@Suite("Extended keys of BIP-32")
struct ExtendedKeyTests {
    @Test("Every published vector: private and public key at the path, written and read")
    func vectors() throws {
        #expect(ExtendedKeyVectors.valid.count == 17)
        for vector in ExtendedKeyVectors.valid {
            let master = try ExtendedKey.master(seed: .hex(vector.seed))
            let key = try master.descendant(DerivationPath(vector.path))
            #expect(try key.text().shownText == vector.privateText)
            #expect(key.publicKey.text == vector.publicText)
            let read = try ExtendedKey(parsing: .text(" " + vector.privateText + "\n"))
            #expect(read.key.secret.matches(key.key.secret))
            #expect(read.chainCode.matches(key.chainCode))
            #expect(read.origin == key.origin)
            #expect(try ExtendedPublicKey(vector.publicText) == key.publicKey)
        }
    }

    @Test("A public key derives the same children as the private one")
    func publicDerivation() throws {
        for vector in ExtendedKeyVectors.valid {
            let key = try ExtendedKey(parsing: .text(vector.privateText))
            for index in [0, 1, 7, DerivationPath.hardened - 1] {
                #expect(try key.publicKey.child(index) == key.child(index).publicKey)
            }
            let error = #expect(throws: WalletError.self) { try key.publicKey.child(DerivationPath.hardened) }
            #expect(error?.message == "a hardened key cannot be derived from a public key")
        }
    }

    @Test("Every published key that is not valid is refused, whatever it is read as")
    func invalid() throws {
        #expect(ExtendedKeyVectors.invalid.count == 16)
        for (reason, text) in ExtendedKeyVectors.invalid {
            let secret = try SecretBytes.text(text)
            for error in [
                #expect(throws: WalletError.self, "\(reason)") { try ExtendedKey(parsing: secret) },
                #expect(throws: WalletError.self, "\(reason)") { try ExtendedPublicKey(text) },
            ] {
                #expect(error?.code == .invalidKey)
            }
        }
    }

    @Test("A key of one kind is not read as the other")
    func kinds() throws {
        let vector = ExtendedKeyVectors.valid[0]
        let publicText = try SecretBytes.text(vector.publicText)
        #expect(throws: WalletError.self) { try ExtendedKey(parsing: publicText) }
        #expect(throws: WalletError.self) { try ExtendedPublicKey(vector.privateText) }
    }

    @Test("Any changed character is found out by the checksum")
    func changed() throws {
        let text = Array(ExtendedKeyVectors.valid[0].publicText)
        for index in text.indices {
            var changed = text
            changed[index] = changed[index] == "2" ? "3" : "2"
            #expect(throws: WalletError.self) { try ExtendedPublicKey(String(changed)) }
        }
        for other in ["", "x", "xpub", String(text.dropLast()), String(text) + "1", "0" + String(text.dropFirst())] {
            #expect(throws: WalletError.self) { try ExtendedPublicKey(other) }
        }
        #expect(throws: WalletError.self) { try ExtendedPublicKey(String(repeating: "z", count: 10_000)) }
    }

    @Test("Depth ends at 255")
    func depth() throws {
        var key = try ExtendedKey.master(seed: .hex("000102030405060708090a0b0c0d0e0f"))
        for _ in 0..<255 { key = try key.child(0) }
        #expect(key.origin.depth == 255)
        let last = key
        #expect(throws: WalletError.self) { try last.child(0) }
        #expect(throws: WalletError.self) { try last.publicKey.child(0) }
        #expect(try ExtendedKey(parsing: last.text()).origin == last.origin)
    }

    @Test("Seeds of less than 16 octets and more than 64 are refused", arguments: [0, 15, 65])
    func seeds(_ count: Int) throws {
        let seed = try SecretBytes.random(count: count)
        #expect(throws: WalletError.self) { try ExtendedKey.master(seed: seed) }
    }

    @Test("The published seeds of BIP-39 have the published master keys")
    func masters() throws {
        for vector in MnemonicVectors.all {
            #expect(try ExtendedKey.master(seed: .hex(vector.seed)).text().shownText == vector.master)
        }
    }

    @Test("The accounts of the words that every test chain knows")
    func accounts() throws {
        let mnemonic = try Mnemonic(
            parsing: .text("test test test test test test test test test test test junk"))
        let known = [
            "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
        ]
        for (index, address) in known.enumerated() {
            let path = try DerivationPath.ethereum(account: UInt32(index))
            #expect(try mnemonic.key(at: path).address.checksummed == address)
        }
        #expect(try mnemonic.key(at: .ethereum(account: 0), passphrase: .text("x")).address.checksummed != known[0])
    }

    @Test("An extended key shows nothing of itself")
    func redacted() throws {
        let key = try ExtendedKey.master(seed: .hex("000102030405060708090a0b0c0d0e0f"))
        let digits = key.key.secret.shownHex
        #expect(!String(reflecting: key).contains(digits.prefix(8)))
        #expect("\(key.chainCode)" == "[redacted]")
    }
}
