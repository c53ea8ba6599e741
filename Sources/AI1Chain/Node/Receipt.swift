package import AI1Wallet

/// What became of a transaction that is in a block.
package struct Receipt: Sendable, Hashable {
    package let transactionHash: Hash32
    package let blockNumber: UInt64
    package let blockHash: Hash32
    /// false when it was reverted (EIP-658).
    package let succeeded: Bool
    package let from: Address
    /// nil for the creation of a contract.
    package let to: Address?
    package let gasUsed: UInt64
    /// What was paid for a unit of gas, in wei; nil when the node does not say.
    package let effectiveGasPrice: UInt256?
    /// What was paid beside gas for publishing on Ethereum, in wei; nil where the chain takes nothing for it.
    package let publishingFee: UInt256?
    /// The contract that was created.
    package let contractAddress: Address?
    package let logs: [Log]

    /// An event that a contract recorded.
    package struct Log: Sendable, Hashable {
        package let address: Address
        /// At most four.
        package let topics: [Hash32]
        package let data: [UInt8]

        package init(address: Address, topics: [Hash32], data: [UInt8]) {
            self.address = address
            self.topics = topics
            self.data = data
        }

        init(_ answer: AnswerReader) throws(ChainError) {
            var topics: [Hash32] = []
            for topic in try answer.member("topics").array(limit: 4) { topics.append(try topic.hash()) }
            self.init(
                address: try answer.member("address").address(), topics: topics,
                data: try answer.member("data").data())
        }
    }

    private static let largestLogs = 65_536

    package init(
        transactionHash: Hash32, blockNumber: UInt64, blockHash: Hash32, succeeded: Bool, from: Address, to: Address?,
        gasUsed: UInt64, effectiveGasPrice: UInt256? = nil, publishingFee: UInt256? = nil,
        contractAddress: Address? = nil, logs: [Log] = []
    ) {
        self.transactionHash = transactionHash
        self.blockNumber = blockNumber
        self.blockHash = blockHash
        self.succeeded = succeeded
        self.from = from
        self.to = to
        self.gasUsed = gasUsed
        self.effectiveGasPrice = effectiveGasPrice
        self.publishingFee = publishingFee
        self.contractAddress = contractAddress
        self.logs = logs
    }

    init(_ answer: AnswerReader) throws(ChainError) {
        let status = try answer.member("status")
        var logs: [Log] = []
        for log in try answer.member("logs").array(limit: Self.largestLogs) { logs.append(try Log(log)) }
        let number = try status.quantity()
        guard number <= .one else { throw status.malformed("0 or 1") }
        self.init(
            transactionHash: try answer.member("transactionHash").hash(),
            blockNumber: try answer.member("blockNumber").uint64(), blockHash: try answer.member("blockHash").hash(),
            succeeded: number == .one, from: try answer.member("from").address(),
            to: try answer.optional("to")?.address(), gasUsed: try answer.member("gasUsed").uint64(),
            effectiveGasPrice: try answer.optional("effectiveGasPrice")?.quantity(),
            publishingFee: try answer.optional("l1Fee")?.quantity(),
            contractAddress: try answer.optional("contractAddress")?.address(), logs: logs)
    }
}
