internal import AI1Core
package import AI1Wallet

extension ChainClient {
    /// The header of a block; nil when the node has none of that number.
    package func block(_ tag: BlockTag) async throws -> Block? {
        let answer = try await ask("eth_getBlockByNumber", [.string(tag.parameter), false])
        guard !answer.isNull else { return nil }
        let block = try Block(answer)
        if case .number(let number) = tag, block.number != number {
            throw answer.malformed("the block that was asked for")
        }
        return block
    }

    /// A transaction in the node's pool or in a block; nil when the node does not know it.
    package func transaction(_ hash: Hash32) async throws -> ChainTransaction? {
        let answer = try await ask("eth_getTransactionByHash", [.string(hash.hex)])
        guard !answer.isNull else { return nil }
        let transaction = try ChainTransaction(answer)
        guard transaction.hash == hash else { throw answer.malformed("the transaction that was asked for") }
        return transaction
    }

    /// The receipt of a transaction that is in a block; nil while it is in none.
    package func receipt(_ hash: Hash32) async throws -> Receipt? {
        try Self.receipt(await rpc.call(RPCRequest("eth_getTransactionReceipt", [.string(hash.hex)])), of: hash)
    }

    /// Sends a signed transaction.
    /// - Parameters:
    ///   - raw: its octets
    ///   - hash: their hash, computed here
    /// - Throws: `ChainError` of code `untrusted` when the node took it and names another hash: it is sent all the same.
    ///   Any other error: it surely reached no node. `CancellationError` leaves that open
    package func sendRaw(_ raw: [UInt8], expecting hash: Hash32) async throws -> SendOutcome {
        let outcome = try await rpc.sendRawTransaction(raw)
        if case .accepted(let named) = outcome, named != hash {
            throw ChainError(
                .untrusted, "the transaction \(hash.hex) was sent, and the node calls it \(named.hex)",
                hint: "do not build it again: look for both hashes with ai1 wallet tx receipt, at another endpoint")
        }
        return outcome
    }
}
