internal import CKeccak

/// Keccak-256 as Ethereum uses it: Keccak's own padding, not that of SHA3-256 (FIPS 202).
package enum Keccak256 {
    /// The hash of some octets.
    package static func hash(_ bytes: [UInt8]) -> Hash32 { bytes.withUnsafeBytes(hash) }

    /// The hash of some octets.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> Hash32 {
        Hash32 { output in ai1_keccak256(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, output) }
    }

    /// The hash of the UTF-8 octets of a text.
    package static func hash(text: String) -> Hash32 { hash(Array(text.utf8)) }

    /// The hash of two pieces, one behind the other.
    package static func hash(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Hash32 {
        Hash32 { output in
            ai1_keccak256_joined(
                first.baseAddress?.assumingMemoryBound(to: UInt8.self), first.count,
                second.baseAddress?.assumingMemoryBound(to: UInt8.self), second.count, output)
        }
    }
}
