package import AI1Wallet

/// What a transaction is to bring about, without how: two of the same chain, sender, recipient, value and data are one
/// intent, whatever their nonces and fees.
package struct TransactionIntent: Sendable, Hashable {
    /// Keccak-256 over the parts.
    package let digest: Hash32

    package init(digest: Hash32) { self.digest = digest }

    /// - Parameters:
    ///   - recipient: nil when the transaction makes a contract
    ///   - value: wei
    package init(chainID: UInt64, sender: Address, recipient: Address?, value: UInt256, data: [UInt8]) {
        // Every part but the last has a fixed length, so that no two intents have the same octets.
        var text = Array("ai1 intent 1\n".utf8)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            text.append(UInt8(truncatingIfNeeded: chainID >> shift))
        }
        text += sender.bytes
        text.append(recipient == nil ? 0 : 1)
        text += (recipient ?? .zero).bytes
        text += value.word
        text += data
        digest = Keccak256.hash(text)
    }
}
