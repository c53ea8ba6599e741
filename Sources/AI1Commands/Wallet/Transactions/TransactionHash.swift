internal import AI1Wallet
internal import ArgumentParser

/// A transaction's hash on a command line.
package struct TransactionHash: Sendable, Hashable {
    let hash: Hash32

    /// - Throws: `ValidationError` that says what a hash looks like
    init(_ text: String) throws {
        guard let hash = Hash32(hex: text) else {
            throw ValidationError("'\(text)' is no transaction's hash: 0x and 64 hexadecimal digits")
        }
        self.hash = hash
    }
}
