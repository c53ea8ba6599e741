internal import CSodium

/// SHA-256 (FIPS 180-4) for checksums of secrets, by libsodium, which wipes the block that it worked on.
enum SHA256 {
    /// The hash of some octets. It is public where it is used: a few octets of it are a checksum.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> Hash32 {
        Hash32 { output in crypto_hash_sha256(output, bytes.octets, UInt64(bytes.count)) }
    }

    /// The hash of the hash, as Base58Check uses it.
    static func doubleHash(_ bytes: UnsafeRawBufferPointer) -> Hash32 { hash(bytes).withBytes(hash) }
}
