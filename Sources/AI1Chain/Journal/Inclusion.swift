package import AI1Wallet

/// The block that a transaction is in, and how it ended there.
package struct Inclusion: Sendable, Hashable {
    package let blockNumber: UInt64
    package let blockHash: Hash32
    /// False when it was reverted: its fee is paid, and nothing else happened (status 0 of EIP-658).
    package let succeeded: Bool

    package init(blockNumber: UInt64, blockHash: Hash32, succeeded: Bool) {
        self.blockNumber = blockNumber
        self.blockHash = blockHash
        self.succeeded = succeeded
    }
}
