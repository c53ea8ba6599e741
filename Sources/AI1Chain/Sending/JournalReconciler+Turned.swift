internal import AI1Core
internal import AI1Wallet

/// Chains turn now and then: a block that was there gives way to another one, with or without its transactions.
extension JournalReconciler {
    /// How many of the journal's latest blocks are looked after: about two epochs of Ethereum.
    static let watchedBlocks = 64
    /// Blocks that were seen longer ago are taken for final.
    static let watchedMilliseconds: Int64 = 24 * 3_600_000

    /// What was mined lately, by block. One transaction's receipt tells whether its block is still there.
    func lately(sender: Address?) throws -> [[JournalEntry]] {
        let now = journal.clock.now.millisecondsSinceEpoch
        let since = Timestamp(millisecondsSinceEpoch: now - Self.watchedMilliseconds)
        var blocks: [[JournalEntry]] = []
        for entry in try journal.mined(chain: chainID, sender: sender, since: since) {
            if blocks.last?.first?.inclusion?.blockHash == entry.inclusion?.blockHash, !blocks.isEmpty {
                blocks[blocks.count - 1].append(entry)
            } else if blocks.count < Self.watchedBlocks {
                blocks.append([entry])
            } else {
                break
            }
        }
        return blocks
    }

    /// Has wait again what was in blocks that are no longer part of the chain. What another block took up stays mined.
    /// - Returns: whether something waits again
    func returnTurned(_ blocks: [[JournalEntry]], _ facts: NodeFacts) async throws -> Bool {
        var hasReturned = false
        for entries in blocks {
            guard let witness = entries.first, let was = witness.inclusion else { continue }
            if facts.receipts[witness.hash]?.blockHash == was.blockHash { continue }
            // A node that lags behind has no block of that number; one that is slow with receipts still has the same.
            guard let block = try await client.block(.number(was.blockNumber)), block.hash != was.blockHash else {
                continue
            }
            for entry in entries where try await returnTurned(entry) { hasReturned = true }
        }
        return hasReturned
    }

    private func returnTurned(_ entry: JournalEntry) async throws -> Bool {
        // Something else may have settled it meanwhile.
        guard let was = entry.inclusion, try journal.entry(entry.hash)?.inclusion == was else { return false }
        if let receipt = try await client.receipt(entry.hash) {
            try journal.confirmMined(entry.hash, receipt.inclusion)
            return false
        }
        if chainID == SendingLimits.localChainID, try await client.transaction(entry.hash) == nil {
            try journal.drop(entry.hash)
            return false
        }
        notify(.reorganised(entry.hash, block: was.blockNumber))
        try journal.returnToSent(entry.hash)
        return true
    }
}
