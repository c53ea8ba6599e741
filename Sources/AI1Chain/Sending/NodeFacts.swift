internal import AI1Core
internal import AI1Wallet

/// What a node says about some transactions and their accounts, asked in one exchange.
struct NodeFacts: Sendable {
    /// Receipts and transactions by hash; what the node does not know is missing.
    var receipts: [Hash32: Receipt] = [:]
    var transactions: [Hash32: ChainTransaction] = [:]
    /// The next nonce by account, as the blocks have it and with what waits in the node's pool.
    var minedNonces: [Address: UInt64] = [:]
    var pendingNonces: [Address: UInt64] = [:]
    var baseFee: UInt256?

    /// Whether the node has the transaction anywhere.
    func knows(_ hash: Hash32) -> Bool { receipts[hash] != nil || transactions[hash] != nil }
}

extension ChainClient {
    /// Asks for everything that decides what became of some transactions.
    /// - Parameter witnesses: transactions in blocks, whose receipts alone are asked for
    /// - Throws: `ChainError`, `CancellationError`
    func facts(
        of entries: [JournalEntry], senders: [Address], witnesses: [JournalEntry] = []
    ) async throws -> NodeFacts {
        // The nonces come first: a transaction that is mined in between then has a receipt, and is not taken for
        // replaced.
        var requests = senders.flatMap { sender in
            [BlockTag.latest, .pending].map {
                RPCRequest("eth_getTransactionCount", [.string(sender.lowercased), .string($0.parameter)])
            }
        }
        requests.append(RPCRequest("eth_getBlockByNumber", [.string(BlockTag.latest.parameter), false]))
        for entry in entries {
            requests.append(RPCRequest("eth_getTransactionByHash", [.string(entry.hash.hex)]))
            requests.append(RPCRequest("eth_getTransactionReceipt", [.string(entry.hash.hex)]))
        }
        requests += witnesses.map { RPCRequest("eth_getTransactionReceipt", [.string($0.hash.hex)]) }
        var replies = try await rpc.batch(requests)[...]
        var facts = NodeFacts()
        for sender in senders {
            facts.minedNonces[sender] = try AnswerReader(replies.removeFirst()).uint64()
            facts.pendingNonces[sender] = try AnswerReader(replies.removeFirst()).uint64()
        }
        let block = try AnswerReader(replies.removeFirst())
        if !block.isNull { facts.baseFee = try Block(block).baseFee }
        for entry in entries {
            let transaction = try AnswerReader(replies.removeFirst())
            if !transaction.isNull {
                let found = try ChainTransaction(transaction)
                guard found.hash == entry.hash else {
                    throw transaction.malformed("the transaction that was asked for")
                }
                facts.transactions[entry.hash] = found
            }
            facts.receipts[entry.hash] = try Self.receipt(replies.removeFirst(), of: entry.hash)
        }
        for entry in witnesses {
            facts.receipts[entry.hash] = try Self.receipt(replies.removeFirst(), of: entry.hash)
        }
        return facts
    }

    /// The receipt in a reply; nil when there is none.
    static func receipt(_ reply: RPCReply, of hash: Hash32) throws(ChainError) -> Receipt? {
        let answer = try AnswerReader(reply)
        guard !answer.isNull else { return nil }
        let receipt = try Receipt(answer)
        guard receipt.transactionHash == hash else { throw answer.malformed("the receipt that was asked for") }
        return receipt
    }
}

extension Receipt {
    /// Where the transaction is, as the journal has it.
    var inclusion: Inclusion { Inclusion(blockNumber: blockNumber, blockHash: blockHash, succeeded: succeeded) }
}
