/// A message that a person signs, as `personal_sign` does it: EIP-191, version 0x45.
package struct PersonalMessage: Sendable, Hashable {
    /// What is signed. Text is its UTF-8 octets; octets that are no UTF-8 are signed as they are.
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The message as text; nil when it is not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// Keccak-256 of `0x19`, `Ethereum Signed Message:` and a newline, the length in decimal digits, the message.
    package var hash: Hash32 {
        let prefix = [0x19] + Array("Ethereum Signed Message:\n\(bytes.count)".utf8)
        return prefix.withUnsafeBytes { first in bytes.withUnsafeBytes { Keccak256.hash(first, $0) } }
    }

    /// - Throws: `WalletError` of code `system`
    package func signed(by key: PrivateKey) throws -> Signature { try key.sign(hash) }

    /// Whose signature it is, if it is one of this message.
    /// - Throws: `WalletError` of code `invalidSignature` when nobody can have made it
    package func signer(of signature: Signature) throws -> Address { try signature.signer(of: hash).address }

    /// Whether an account has signed this message so.
    package func isSigned(_ signature: Signature, by address: Address) -> Bool {
        (try? signer(of: signature)) == address
    }
}
