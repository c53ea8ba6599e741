/// Where in the tree of BIP-32 an extended key stands.
package struct ExtendedKeyOrigin: Sendable, Hashable {
    /// 0 for the master key.
    package let depth: UInt8
    /// The first 4 octets of the hash of the parent's public key; 0 for the master key.
    package let parentFingerprint: UInt32
    /// The index that it was derived with; 0 for the master key.
    package let index: UInt32

    static let master = ExtendedKeyOrigin(depth: 0, parentFingerprint: 0, index: 0)

    /// That of a child.
    /// - Throws: `WalletError` of code `invalidKey` when the depth would not fit into an octet
    func child(_ index: UInt32, of parent: PublicKey) throws(WalletError) -> ExtendedKeyOrigin {
        guard depth < UInt8.max else { throw WalletError(.invalidKey, "the key is too deep to have children") }
        return ExtendedKeyOrigin(
            depth: depth + 1, parentFingerprint: Self.bigEndian(parent.identifier.prefix(4)), index: index)
    }

    /// The octets between version and chain code of a serialised key.
    var serialized: [UInt8] {
        [depth]
            + [parentFingerprint, index].flatMap { number in
                (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
            }
    }

    /// - Parameter octets: nine of them
    /// - Throws: `WalletError` of code `invalidKey` for a master key that has a parent or an index
    init(serialized octets: [UInt8]) throws(WalletError) {
        depth = octets[0]
        parentFingerprint = Self.bigEndian(octets[1..<5])
        index = Self.bigEndian(octets[5..<9])
        guard depth > 0 || (parentFingerprint == 0 && index == 0) else {
            throw WalletError(.invalidKey, "the extended key is a master key and has a parent")
        }
    }

    private init(depth: UInt8, parentFingerprint: UInt32, index: UInt32) {
        self.depth = depth
        self.parentFingerprint = parentFingerprint
        self.index = index
    }

    private static func bigEndian(_ octets: some Collection<UInt8>) -> UInt32 {
        octets.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension PublicKey {
    /// BIP-32's identifier: RIPEMD-160 of SHA-256 of the compressed key.
    var identifier: [UInt8] { RIPEMD160.hash(compressed.withUnsafeBytes(SHA256.hash).bytes) }
}
