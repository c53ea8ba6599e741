package import AI1Wallet

/// What ai1 needs of a block's header.
package struct Block: Sendable, Hashable {
    package let number: UInt64
    package let hash: Hash32
    package let parentHash: Hash32
    /// Seconds since 1970-01-01T00:00:00Z.
    package let timestamp: UInt64
    package let gasLimit: UInt64
    /// What a unit of gas costs at least (EIP-1559), in wei; nil on chains without it.
    package let baseFee: UInt256?

    package init(
        number: UInt64, hash: Hash32, parentHash: Hash32, timestamp: UInt64, gasLimit: UInt64, baseFee: UInt256?
    ) {
        self.number = number
        self.hash = hash
        self.parentHash = parentHash
        self.timestamp = timestamp
        self.gasLimit = gasLimit
        self.baseFee = baseFee
    }

    init(_ answer: AnswerReader) throws(ChainError) {
        self.init(
            number: try answer.member("number").uint64(), hash: try answer.member("hash").hash(),
            parentHash: try answer.member("parentHash").hash(), timestamp: try answer.member("timestamp").uint64(),
            gasLimit: try answer.member("gasLimit").uint64(),
            baseFee: try answer.optional("baseFeePerGas")?.quantity())
    }
}
