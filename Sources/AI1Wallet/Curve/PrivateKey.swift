internal import CSecp256k1

/// A private key of secp256k1, in memory for secrets.
package struct PrivateKey: Sendable {
    /// 32 octets, big-endian, from 1 to the order − 1.
    let secret: SecretBytes
    package let publicKey: PublicKey

    /// - Parameter secret: 32 octets
    /// - Throws: `WalletError` of code `invalidKey` when they are no valid key
    package init(_ secret: SecretBytes) throws {
        defer { Wiping.wipeStack() }
        let curve = try Curve.get()
        var point = secp256k1_pubkey()
        let isValid = secret.withBytes { bytes in
            bytes.count == 32
                && secp256k1_ec_pubkey_create(
                    curve.context, &point, bytes.baseAddress!.assumingMemoryBound(to: UInt8.self)) == 1
        }
        guard isValid else { throw WalletError(.invalidKey, "not a private key of secp256k1") }
        self.secret = secret
        publicKey = PublicKey(point, on: curve)
    }

    /// A new key from the system's randomness.
    /// - Throws: `WalletError`
    package static func random() throws -> PrivateKey { try PrivateKey(SecretBytes.random(count: 32)) }

    package var address: Address { publicKey.address }

    /// Signs a hash: deterministic (RFC 6979), low `s`, and checked by recovering the key from it before it is given out.
    /// The first signature of a process comes after the self-test.
    /// - Throws: `WalletError` of code `selfTest`; `system` when the check fails
    package func sign(_ hash: Hash32) throws -> Signature {
        try SelfTest.run()
        defer { Wiping.wipeStack() }
        return try signUntested(hash)
    }

    /// Signs without a self-test: for the self-test.
    func signUntested(_ hash: Hash32) throws -> Signature {
        let curve = try Curve.get()
        var made = secp256k1_ecdsa_recoverable_signature()
        let isSigned = secret.withBytes { key in
            hash.withBytes { message in
                secp256k1_ecdsa_sign_recoverable(
                    curve.context, &made, message.baseAddress!.assumingMemoryBound(to: UInt8.self),
                    key.baseAddress!.assumingMemoryBound(to: UInt8.self), nil, nil)
            }
        }
        guard isSigned == 1 else { throw WalletError(.system, "signing failed") }
        var compact = [UInt8](repeating: 0, count: 64)
        var parity: Int32 = 0
        secp256k1_ecdsa_recoverable_signature_serialize_compact(curve.context, &compact, &parity, &made)
        guard (0...1).contains(parity) else { throw WalletError(.system, "signing failed") }
        let signature = try Signature(
            r: Hash32(compact[..<32])!, s: Hash32(compact[32...])!, yParity: UInt8(parity))
        guard try signature.signer(of: hash) == publicKey else {
            throw WalletError(.system, "a signature did not verify: nothing was given out")
        }
        return signature
    }
}
