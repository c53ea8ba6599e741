internal import CSecp256k1

/// An ECDSA signature on secp256k1 that tells whose it is. `s` is always the lower of the two possible (EIP-2).
package struct Signature: Sendable, Hashable {
    /// 32 octets each, big-endian.
    package let r: Hash32
    package let s: Hash32
    /// 0 or 1: which of the two points with that first coordinate.
    package let yParity: UInt8

    /// n ÷ 2, rounded down: the largest `s` that is allowed.
    private static let halfOrder: [UInt8] =
        HexText.decode("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0")!
    /// The order of the group.
    private static let order: [UInt8] =
        HexText.decode("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")!

    /// - Throws: `WalletError` of code `invalidSignature`: a part is zero or too large, `s` is the higher one
    package init(r: Hash32, s: Hash32, yParity: UInt8) throws(WalletError) {
        guard yParity <= 1 else { throw WalletError(.invalidSignature, "the parity of a signature must be 0 or 1") }
        guard r != .zero, s != .zero, r.bytes.lexicographicallyPrecedes(Self.order) else {
            throw WalletError(.invalidSignature, "a part of the signature is out of range")
        }
        guard !Self.halfOrder.lexicographicallyPrecedes(s.bytes) else {
            throw WalletError(.invalidSignature, "the signature is not in its low form (EIP-2)")
        }
        self.r = r
        self.s = s
        self.yParity = yParity
    }

    /// Reads 65 octets `r`, `s`, `v`, where `v` is 0, 1, 27 or 28.
    /// - Throws: `WalletError` of code `invalidSignature`
    package init(bytes: [UInt8]) throws(WalletError) {
        guard bytes.count == 65 else {
            throw WalletError(
                .invalidSignature, "a signature has 65 octets, not \(bytes.count)",
                hint: "it is 0x and 130 hexadecimal digits")
        }
        let last = bytes[64]
        guard last <= 1 || last == 27 || last == 28 else {
            throw WalletError(.invalidSignature, "the last octet of a signature must be 0, 1, 27 or 28")
        }
        try self.init(
            r: Hash32(bytes[0..<32])!, s: Hash32(bytes[32..<64])!, yParity: last >= 27 ? last - 27 : last)
    }

    /// 65 octets `r`, `s`, `v`, where `v` is 27 or 28: the form that wallets exchange.
    package var bytes: [UInt8] { r.bytes + s.bytes + [yParity + 27] }

    /// The public key that signed a hash.
    /// - Throws: `WalletError` of code `invalidSignature` when there is none
    package func signer(of hash: Hash32) throws -> PublicKey {
        let curve = try Curve.get()
        var recoverable = secp256k1_ecdsa_recoverable_signature()
        var key = secp256k1_pubkey()
        let isRecovered =
            secp256k1_ecdsa_recoverable_signature_parse_compact(
                curve.context, &recoverable, r.bytes + s.bytes, Int32(yParity)) == 1
            && secp256k1_ecdsa_recover(curve.context, &key, &recoverable, hash.bytes) == 1
        guard isRecovered else { throw WalletError(.invalidSignature, "no key can have made this signature") }
        return PublicKey(key, on: curve)
    }
}
