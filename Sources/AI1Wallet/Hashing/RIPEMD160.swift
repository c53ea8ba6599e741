internal import CKeccak

/// RIPEMD-160, for the fingerprints of BIP-32.
package enum RIPEMD160 {
    /// The 20 octets of the hash.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
            bytes.withUnsafeBufferPointer { ai1_ripemd160($0.baseAddress, $0.count, buffer.baseAddress!) }
            count = 20
        }
    }
}
