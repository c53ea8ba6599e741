internal import CSecp256k1

/// A point of secp256k1 that is a public key.
package struct PublicKey: Sendable, Hashable {
    /// `0x04` and both coordinates: 65 octets (SEC 1, uncompressed).
    package let uncompressed: [UInt8]
    /// `0x02` or `0x03` and the first coordinate: 33 octets (SEC 1, compressed).
    package let compressed: [UInt8]

    init(_ key: secp256k1_pubkey, on curve: Curve) {
        func serialized(_ isCompressed: Bool) -> [UInt8] {
            let size = isCompressed ? 33 : 65
            return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                withUnsafePointer(to: key) {
                    ai1_secp256k1_serialize(curve.context, $0, isCompressed ? 1 : 0, buffer.baseAddress!)
                }
                count = size
            }
        }
        uncompressed = serialized(false)
        compressed = serialized(true)
    }

    /// Reads either form of SEC 1.
    /// - Throws: `WalletError` of code `invalidKey` when it is no point of the curve
    package init(_ bytes: [UInt8]) throws {
        let curve = try Curve.get()
        var key = secp256k1_pubkey()
        guard secp256k1_ec_pubkey_parse(curve.context, &key, bytes, bytes.count) == 1 else {
            throw WalletError(.invalidKey, "not a public key of secp256k1")
        }
        self.init(key, on: curve)
    }

    /// The address of its account.
    package var address: Address {
        let hash = uncompressed.withUnsafeBytes { Keccak256.hash(UnsafeRawBufferPointer(rebasing: $0.dropFirst())) }
        return Address(hash.bytes.suffix(20))!
    }
}
