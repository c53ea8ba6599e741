internal import AI1Wallet

extension TransactionSender {
    /// A node may refuse a transaction and pass it on all the same. When the nonce of one that was given up is used, and
    /// by none that the journal knows of, its intent may be carried out: it is not signed for again unless a new key asks.
    func checkGivenUp(_ order: SendingOrder, _ facts: NodeFacts) async throws {
        let next = max(facts.minedNonces[order.sender] ?? 0, facts.pendingNonces[order.sender] ?? 0)
        guard order.chainID != SendingLimits.localChainID,
            let entry = try journal.givenUp(order.intent, below: next),
            order.idempotencyKey == nil || order.idempotencyKey == entry.idempotencyKey
        else { return }
        if case .exactly(entry.nonce) = order.nonce { return }
        let hash = entry.hash.hex
        if let receipt = try await client.receipt(entry.hash) {
            try journal.confirmMined(entry.hash, receipt.inclusion)
            throw ChainError(
                .unsettled,
                "the same transaction was refused and given up, and is in block \(receipt.blockNumber) all the same: "
                    + "\(hash), \(entry.summary)", hint: "ai1 wallet tx receipt \(hash)"
            ).about(entry.hash)
        }
        throw ChainError(
            .unsettled,
            "the same transaction was refused and given up: \(hash); its nonce \(entry.nonce) is used now, and by none "
                + "that ai1 knows of: it may have been carried out",
            hint: "look what was sent from the account; to pay once more on purpose: --idempotency-key with a new key"
        ).about(entry.hash)
    }
}
