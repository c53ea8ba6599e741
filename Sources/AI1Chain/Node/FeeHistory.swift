package import AI1Wallet

/// What `eth_feeHistory` says of the latest blocks.
package struct FeeHistory: Sendable, Hashable {
    package let oldestBlock: UInt64
    /// The base fee of each block and of the one to come, in wei; empty on chains without EIP-1559.
    package let baseFees: [UInt256]
    /// What was paid above the base fee at the percentile that was asked for, a block, in wei; empty blocks say 0.
    package let rewards: [UInt256]

    package init(oldestBlock: UInt64, baseFees: [UInt256], rewards: [UInt256]) {
        self.oldestBlock = oldestBlock
        self.baseFees = baseFees
        self.rewards = rewards
    }

    /// The base fee of the block to come.
    package var nextBaseFee: UInt256? { baseFees.last }

    init(_ answer: AnswerReader, blocks: Int) throws(ChainError) {
        var baseFees: [UInt256] = []
        for fee in try answer.optional("baseFeePerGas")?.array(limit: blocks + 1) ?? [] {
            baseFees.append(try fee.quantity())
        }
        var rewards: [UInt256] = []
        for block in try answer.optional("reward")?.array(limit: blocks) ?? [] {
            guard let reward = try block.array(limit: 1).first else { throw block.malformed("one reward a block") }
            rewards.append(try reward.quantity())
        }
        self.init(oldestBlock: try answer.member("oldestBlock").uint64(), baseFees: baseFees, rewards: rewards)
    }
}
