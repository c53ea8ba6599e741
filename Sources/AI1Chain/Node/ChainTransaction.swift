package import AI1Wallet

/// A transaction as a node knows it: in its pool, or in a block.
package struct ChainTransaction: Sendable, Hashable {
    package let hash: Hash32
    package let from: Address
    package let nonce: UInt64
    /// nil while it waits.
    package let blockNumber: UInt64?
    package let blockHash: Hash32?

    package init(hash: Hash32, from: Address, nonce: UInt64, blockNumber: UInt64?, blockHash: Hash32?) {
        self.hash = hash
        self.from = from
        self.nonce = nonce
        self.blockNumber = blockNumber
        self.blockHash = blockHash
    }

    init(_ answer: AnswerReader) throws(ChainError) {
        self.init(
            hash: try answer.member("hash").hash(), from: try answer.member("from").address(),
            nonce: try answer.member("nonce").uint64(), blockNumber: try answer.optional("blockNumber")?.uint64(),
            blockHash: try answer.optional("blockHash")?.hash())
    }
}
