internal import CSodium

/// A private key under a password: version 3 of the Web3 Secret Storage Definition, as geth writes it.
package struct Keystore: Sendable, Hashable {
    /// A UUID that names the file's content.
    package let id: String
    /// Whose key it says it holds; nil where the file does not say.
    package let address: Address?
    let kdf: KeystoreKDF
    /// The first counter block, 16 octets.
    let counter: [UInt8]
    /// The private key, encrypted: 32 octets.
    let ciphertext: [UInt8]
    /// Keccak-256 of the derived key's second half and the cipher text.
    let code: Hash32

    /// Puts a key under a password, with a new salt and counter.
    /// - Parameters:
    ///   - password: its octets are used as they are
    ///   - cost: what every opening will cost
    /// - Throws: `WalletError` of code `system`
    package static func seal(
        key: PrivateKey, password: SecretBytes, cost: ScryptCost = .standard
    ) throws -> Keystore {
        defer { Wiping.wipeStack() }
        try SodiumLibrary.start()
        let kdf = KeystoreKDF.scrypt(cost, salt: randomOctets(32))
        let counter = randomOctets(16)
        let derived = try kdf.derive(password)
        let ciphertext = try key.secret.withBytes { secret in
            try derived.withBytes { derived in
                try AES128CTR.apply(secret, key: UnsafeRawBufferPointer(rebasing: derived[..<16]), counter: counter)
            }
        }.withBytes { Array($0) }
        return Keystore(
            id: newIdentifier(), address: key.address, kdf: kdf, counter: counter, ciphertext: ciphertext,
            code: code(derived, ciphertext))
    }

    /// Opens it.
    /// - Throws: `WalletError` of code `wrongPassword`; `tampered` when it holds another key than it says;
    ///   `invalidKeystore` when what it holds is no key; `system`
    package func unlock(password: SecretBytes) throws -> PrivateKey {
        defer { Wiping.wipeStack() }
        let derived = try kdf.derive(password)
        let isRight = Self.code(derived, ciphertext).withBytes { found in
            code.withBytes { sodium_memcmp($0.baseAddress!, found.baseAddress!, 32) == 0 }
        }
        guard isRight else {
            throw WalletError(
                .wrongPassword, "the password does not open the keystore",
                hint: "check the password; a keystore that was damaged answers the same")
        }
        let secret = try derived.withBytes { derived in
            try ciphertext.withUnsafeBytes {
                try AES128CTR.apply($0, key: UnsafeRawBufferPointer(rebasing: derived[..<16]), counter: counter)
            }
        }
        guard let key = try? PrivateKey(secret) else {
            throw WalletError(.invalidKeystore, "the keystore holds no private key of secp256k1")
        }
        guard address == nil || address == key.address else {
            throw WalletError(.tampered, "the keystore holds the key of another address than it says")
        }
        return key
    }

    private static func code(_ derived: SecretBytes, _ ciphertext: [UInt8]) -> Hash32 {
        derived.withBytes { derived in
            ciphertext.withUnsafeBytes { Keccak256.hash(UnsafeRawBufferPointer(rebasing: derived[16..<32]), $0) }
        }
    }

    /// Octets that are public: a salt, a counter, an identifier.
    private static func randomOctets(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            randombytes_buf(buffer.baseAddress!, count)
            filled = count
        }
    }

    /// A random UUID (version 4 of RFC 9562).
    private static func newIdentifier() -> String {
        var octets = randomOctets(16)
        octets[6] = octets[6] & 0x0F | 0x40
        octets[8] = octets[8] & 0x3F | 0x80
        let parts = [octets[..<4], octets[4..<6], octets[6..<8], octets[8..<10], octets[10...]]
        return parts.map { HexText.encode($0, prefix: false) }.joined(separator: "-")
    }
}
