internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// AES-128 in counter mode (NIST SP 800-38A) by swift-crypto. Only the key stream passes through its memory, and is
/// wiped; the text is combined with it within memory for secrets.
enum AES128CTR {
    /// The text combined with the key stream: encryption and decryption are the same.
    /// - Parameters:
    ///   - key: 16 octets
    ///   - counter: the first counter block, 16 octets
    /// - Throws: `WalletError` of code `system`
    static func apply(
        _ text: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, counter: [UInt8]
    ) throws -> SecretBytes {
        precondition(key.count == 16 && counter.count == 16)
        let zeros = [UInt8](repeating: 0, count: text.count)
        var stream: Data
        do {
            stream = try AES._CTR.encrypt(
                zeros, using: SymmetricKey(data: key), nonce: AES._CTR.Nonce(nonceBytes: counter))
        } catch {
            throw WalletError(.system, "AES cannot be used")
        }
        return try stream.withUnsafeMutableBytes { mask in
            defer { Wiping.wipe(mask) }
            return try SecretBytes(capacity: text.count) { output in
                for index in text.indices { output[index] = text[index] ^ mask[index] }
                return text.count
            }
        }
    }
}
