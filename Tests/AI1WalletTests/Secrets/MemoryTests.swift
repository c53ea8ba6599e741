#if os(Linux)
    import Testing

    @testable import AI1Wallet

    /// What a dump of the memory would show. Half of a key is enough to be found out, so halves are looked for.
    @Suite("Secrets in memory", .serialized)
    struct MemoryTests {
        private static func half(_ secret: SecretBytes) throws -> SecretBytes { try secret.part(0..<16) }

        @Test("A key is in memory while it is held, and nowhere after sealing, opening, signing and showing")
        func key() throws {
            let needle = try use { key in
                let needle = try Self.half(key.secret)
                #expect(MemoryScan.count(of: needle) > 0)
                return needle
            }
            #expect(MemoryScan.count(of: needle) == 0)
        }

        private func use(_ look: (PrivateKey) throws -> SecretBytes) throws -> SecretBytes {
            let key = try PrivateKey.random()
            let password = try SecretBytes.random(count: 24)
            let keystore = try Keystore.seal(key: key, password: password, cost: #require(KeystoreTests.cost))
            let opened = try keystore.unlock(password: password)
            _ = try opened.sign(Keccak256.hash(text: "message"))
            _ = try PrivateKey(hex: opened.hexText())
            return try look(opened)
        }

        @Test("A password is nowhere after opening, nor is what was derived from it")
        func password() throws {
            let password = try SecretBytes.random(count: 40)
            let needle = try Self.half(password)
            let rounds = KeystoreKDF.pbkdf2(rounds: 3, salt: [1, 2, 3])
            let derived = try Self.half(rounds.derive(password))
            let scrypt = try Self.half(
                KeystoreKDF.scrypt(#require(KeystoreTests.cost), salt: [4]).derive(password))
            Wiping.wipeStack()
            #expect(MemoryScan.count(of: needle) == 1, "the password itself, which is held")
            #expect(MemoryScan.count(of: derived) == 0)
            #expect(MemoryScan.count(of: scrypt) == 0)
            withExtendedLifetime(password) {}
        }

        @Test("Words, seed and derived keys are nowhere after deriving")
        func mnemonic() throws {
            let needles = try derive()
            for (name, needle) in needles { #expect(MemoryScan.count(of: needle) == 0, "\(name)") }
        }

        private func derive() throws -> [(String, SecretBytes)] {
            let mnemonic = try Mnemonic(parsing: Mnemonic.generate(words: 24).text)
            let seed = try mnemonic.seed(passphrase: .random(count: 0))
            let master = try ExtendedKey.master(seed: seed)
            let key = try master.descendant(.ethereum(account: 3))
            let text = try key.text()
            _ = try ExtendedKey(parsing: text)
            let halves = [
                ("words", try Self.half(mnemonic.text)), ("seed", try Self.half(seed)),
                ("master key", try Self.half(master.key.secret)), ("key", try Self.half(key.key.secret)),
                ("text", try text.part(text.count - 40..<text.count)),
            ]
            for (name, half) in halves { #expect(MemoryScan.count(of: half) > 0, "\(name)") }
            return halves
        }
    }
#endif
