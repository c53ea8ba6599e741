internal import CSecp256k1

/// A private key with what its descendants are derived with (BIP-32).
package struct ExtendedKey: Sendable {
    package let key: PrivateKey
    package let origin: ExtendedKeyOrigin
    /// 32 octets. With them and one child's key the parent's is known, so they are as secret.
    let chainCode: SecretBytes

    /// The master key of a seed.
    /// - Parameter seed: 16 to 64 octets
    /// - Throws: `WalletError` of code `invalidKey` for another count, and for one seed in 2¹²⁷; `system`
    package static func master(seed: SecretBytes) throws -> ExtendedKey {
        guard (16...64).contains(seed.count) else { throw WalletError(.invalidKey, "a seed has 16 to 64 octets") }
        defer { Wiping.wipeStack() }
        let name: StaticString = "Bitcoin seed"
        let code = try seed.withBytes {
            try HMACSHA512.code(key: UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), $0)
        }
        return try ExtendedKey(key: PrivateKey(code.part(0..<32)), origin: .master, chainCode: code.part(32..<64))
    }

    /// Its child (CKDpriv).
    /// - Parameter index: hardened from 2³¹ on
    /// - Throws: `WalletError` of code `invalidKey` at depth 255, and for one index in 2¹²⁷: take the next one; `system`
    package func child(_ index: UInt32) throws -> ExtendedKey {
        let origin = try origin.child(index, of: key.publicKey)
        let number = origin.serialized.suffix(4)
        let code = try chainCode.withBytes { chain in
            try Array(number).withUnsafeBytes { number in
                if index & DerivationPath.hardened == 0 {
                    return try key.publicKey.compressed.withUnsafeBytes { try HMACSHA512.code(key: chain, $0, number) }
                }
                let zero: [UInt8] = [0]
                return try zero.withUnsafeBytes { zero in
                    try key.secret.withBytes { try HMACSHA512.code(key: chain, zero, $0, number) }
                }
            }
        }
        return try ExtendedKey(
            key: PrivateKey(sum(of: key.secret, and: code)), origin: origin, chainCode: code.part(32..<64))
    }

    /// Its descendant at the end of a path.
    /// - Throws: as `child`
    package func descendant(_ path: DerivationPath) throws -> ExtendedKey {
        defer { Wiping.wipeStack() }
        return try path.indices.reduce(self) { try $0.child($1) }
    }

    /// What derives the public keys of its children that are not hardened.
    package var publicKey: ExtendedPublicKey {
        ExtendedPublicKey(
            key: key.publicKey, origin: origin, chainCode: chainCode.withBytes { Array($0) })
    }

    /// The sum modulo the group's order, made in memory for secrets.
    private func sum(of secret: SecretBytes, and code: SecretBytes) throws -> SecretBytes {
        let curve = try Curve.get()
        return try secret.withBytes { secret in
            try SecretBytes(capacity: 32) { output in
                output.copyMemory(from: secret)
                let isValid = code.withOctets { tweak, _ in
                    secp256k1_ec_seckey_tweak_add(
                        curve.context, output.baseAddress!.assumingMemoryBound(to: UInt8.self), tweak)
                }
                guard isValid == 1 else {
                    throw WalletError(.invalidKey, "there is no key at this index", hint: "take the next index")
                }
                return 32
            }
        }
    }
}

extension Mnemonic {
    /// The key at a path under the words' seed.
    /// - Parameter passphrase: UTF-8; nil is the same as an empty one
    /// - Throws: `WalletError` of code `malformed`, `invalidKey`, `system`
    package func key(at path: DerivationPath, passphrase: SecretBytes? = nil) throws -> PrivateKey {
        try ExtendedKey.master(seed: seed(passphrase: passphrase)).descendant(path).key
    }
}
