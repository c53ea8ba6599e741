internal import CSecp256k1

/// A public key with what its children that are not hardened are derived with (BIP-32).
package struct ExtendedPublicKey: Sendable, Hashable {
    package let key: PublicKey
    package let origin: ExtendedKeyOrigin
    /// 32 octets.
    let chainCode: [UInt8]

    /// The version of public keys: their text begins with `xpub`.
    private static let version: [UInt8] = [0x04, 0x88, 0xB2, 0x1E]

    init(key: PublicKey, origin: ExtendedKeyOrigin, chainCode: [UInt8]) {
        self.key = key
        self.origin = origin
        self.chainCode = chainCode
    }

    /// Reads `xpub…`.
    /// - Throws: `WalletError` of code `invalidKey`
    package init(_ text: String) throws {
        var buffer = [UInt8](repeating: 0, count: Base58Check.maximumCount)
        let count = buffer.withUnsafeMutableBytes { output in
            Array(text.utf8).withUnsafeBytes { Base58Check.decode($0, into: output) }
        }
        guard let count else { throw WalletError(.invalidKey, "the extended key has a wrong character or checksum") }
        guard count == 78 else { throw WalletError(.invalidKey, "the extended key has another length") }
        guard buffer.starts(with: Self.version) else {
            throw WalletError(.invalidKey, "not an extended public key")
        }
        self.init(
            key: try PublicKey(Array(buffer[45..<78])),
            origin: try ExtendedKeyOrigin(serialized: Array(buffer[4..<13])), chainCode: Array(buffer[13..<45]))
    }

    /// `xpub…`.
    package var text: String {
        let payload = Self.version + origin.serialized + chainCode + key.compressed
        var scratch = [UInt8](repeating: 0, count: Base58Check.maximumCount)
        return String(unsafeUninitializedCapacity: Base58Check.maximumCount) { output in
            payload.withUnsafeBytes { payload in
                scratch.withUnsafeMutableBytes {
                    Base58Check.encode(payload, scratch: $0, into: UnsafeMutableRawBufferPointer(output))
                }
            }
        }
    }

    /// Its child (CKDpub).
    /// - Parameter index: less than 2³¹
    /// - Throws: `WalletError` of code `invalidKey` for a hardened index, at depth 255, and for one index in 2¹²⁷;
    ///   `system`
    package func child(_ index: UInt32) throws -> ExtendedPublicKey {
        guard index & DerivationPath.hardened == 0 else {
            throw WalletError(.invalidKey, "a hardened key cannot be derived from a public key")
        }
        let origin = try origin.child(index, of: key)
        let number = Array(origin.serialized.suffix(4))
        let code = try chainCode.withUnsafeBytes { chain in
            try key.compressed.withUnsafeBytes { key in
                try number.withUnsafeBytes { try HMACSHA512.code(key: chain, key, $0) }
            }
        }
        return ExtendedPublicKey(
            key: try key.adding(code), origin: origin, chainCode: code.withBytes { Array($0[32..<64]) })
    }
}

extension PublicKey {
    /// This point and the one of a private key that 32 octets give.
    fileprivate func adding(_ code: SecretBytes) throws -> PublicKey {
        let curve = try Curve.get()
        var point = secp256k1_pubkey()
        guard secp256k1_ec_pubkey_parse(curve.context, &point, compressed, compressed.count) == 1,
            code.withOctets({ tweak, _ in secp256k1_ec_pubkey_tweak_add(curve.context, &point, tweak) }) == 1
        else { throw WalletError(.invalidKey, "there is no key at this index", hint: "take the next index") }
        return PublicKey(point, on: curve)
    }
}
