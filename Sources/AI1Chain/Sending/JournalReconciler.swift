package import AI1Wallet

/// Brings the journal up to what the chain says.
package struct JournalReconciler: Sendable {
    let client: ChainClient
    let journal: TransactionJournal
    let notify: @Sendable (SendingNotice) -> Void

    /// - Parameter notify: told of blocks that are no longer part of the chain
    package init(
        client: ChainClient, journal: TransactionJournal,
        notify: @escaping @Sendable (SendingNotice) -> Void = { _ in }
    ) {
        self.client = client
        self.journal = journal
        self.notify = notify
    }

    var chainID: UInt64 { client.network.chainID }

    /// Asks for all pending transactions of this chain, in one exchange, writes down what is settled, and tells what
    /// each is. What was mined lately is looked after too: where the chain has turned, it waits again.
    /// - Parameter sender: of one account only
    /// - Throws: `ChainError`, `StorageError`, `CancellationError`
    package func refresh(sender: Address? = nil) async throws -> [PendingReport] {
        let entries = try journal.pending(chain: chainID, sender: sender)
        let late = try lately(sender: sender)
        guard !entries.isEmpty || !late.isEmpty else { return [] }
        let (reports, facts) = try await refresh(entries, witnesses: late.compactMap(\.first))
        guard try await returnTurned(late, facts) else { return reports }
        // What waits again has rivals that wait again too.
        let waiting = try journal.pending(chain: chainID, sender: sender)
        let again = try await refresh(waiting).reports
        let told = Set(waiting.map(\.hash))
        return reports.filter { !told.contains($0.entry.hash) } + again
    }

    /// - Parameter account: asked for as well, whether or not it has something pending
    func refresh(
        _ entries: [JournalEntry], account: Address? = nil, witnesses: [JournalEntry] = []
    ) async throws -> (reports: [PendingReport], facts: NodeFacts) {
        let senders = Set(entries.map(\.sender)).union(account.map { [$0] } ?? [])
        let facts = try await client.facts(of: entries, senders: Array(senders), witnesses: witnesses)
        // First what is mined: it settles its rivals.
        for entry in entries {
            if let receipt = facts.receipts[entry.hash] { try journal.confirmMined(entry.hash, receipt.inclusion) }
        }
        var reports: [PendingReport] = []
        for entry in entries { reports.append(try await report(entry, facts)) }
        return (reports, facts)
    }

    private func report(_ old: JournalEntry, _ facts: NodeFacts) async throws -> PendingReport {
        guard let entry = try journal.entry(old.hash) else { throw TransactionJournal.missing(old.hash) }
        switch entry.state {
        case .mined: if let inclusion = entry.inclusion { return PendingReport(entry, .mined(inclusion)) }
        case .replaced: return PendingReport(entry, .replaced(by: try winner(over: entry)))
        case .released, .dropped: return PendingReport(entry, .gone)
        case .journalled, .sending, .sent: break
        }
        if facts.transactions[entry.hash] != nil {
            if entry.state == .journalled { try journal.beginSending(entry.hash) }
            let sent = try journal.confirmSent(entry.hash)
            return PendingReport(sent, Self.waiting(sent, facts))
        }
        if let next = facts.minedNonces[entry.sender], next > entry.nonce, try await isReplaced(entry) {
            return PendingReport(try journal.confirmReplaced(entry.hash), .replaced(by: nil))
        }
        switch entry.state {
        case .journalled: return PendingReport(entry, .unsent)
        case .sending: return PendingReport(entry, .unconfirmed)
        default: return PendingReport(entry, .dropped)
        }
    }

    /// Why a transaction that the node has is not in a block yet.
    private static func waiting(_ entry: JournalEntry, _ facts: NodeFacts) -> PendingReport.Status {
        // Nodes count what can follow at once: the first nonce that is missing is the next one.
        if let next = facts.pendingNonces[entry.sender], next < entry.nonce { return .stuck(.nonceGap(missing: next)) }
        if let baseFee = facts.baseFee, let signed = try? SignedTransaction(decoding: entry.raw) {
            let offered = signed.transaction.fees.maximumPrice
            if offered < baseFee { return .stuck(.feeBelowBase(offered: offered, baseFee: baseFee)) }
        }
        return .pending
    }

    /// Brings an entry and what competes for its nonce up to date.
    func refreshFamily(of entry: JournalEntry) async throws {
        let pending = try journal.family(of: entry).filter(\.state.isPending)
        if !pending.isEmpty { _ = try await refresh(pending) }
    }

    /// What was mined and is not any more, since the chain turned, waits again; what a chain for tests lost with its
    /// end is left behind.
    func returnUnmined(sender: Address, _ facts: NodeFacts) async throws {
        guard let next = facts.minedNonces[sender] else { return }
        for entry in try journal.mined(chain: chainID, sender: sender, from: next)
        where try await client.receipt(entry.hash) == nil {
            let isLocal = chainID == SendingLimits.localChainID
            if isLocal, try await client.transaction(entry.hash) == nil {
                try journal.drop(entry.hash)
            } else {
                try journal.returnToSent(entry.hash)
            }
        }
    }

    /// The transaction of the journal that was mined in the place of another.
    func winner(over entry: JournalEntry) throws -> Hash32? {
        try journal.family(of: entry).first { $0.state == .mined }?.hash
    }

    /// Whether another transaction has the nonce for good, as far as a node can tell: the block before the latest one
    /// has used it, and a second look finds the transaction nowhere. A node may know of a nonce sooner than of a
    /// receipt.
    func isReplaced(_ entry: JournalEntry) async throws -> Bool {
        guard try await isPassed(entry) else { return false }
        if let receipt = try await client.receipt(entry.hash) {
            try journal.confirmMined(entry.hash, receipt.inclusion)
            return false
        }
        return try await client.transaction(entry.hash) == nil
    }

    private func isPassed(_ entry: JournalEntry) async throws -> Bool {
        guard chainID != SendingLimits.localChainID else {
            return try await client.nonce(of: entry.sender, at: .latest) > entry.nonce
        }
        let head = try await client.blockNumber()
        guard head > 0 else { return false }
        do {
            return try await client.nonce(of: entry.sender, at: .number(head - 1)) > entry.nonce
        } catch let error as ChainError where error.code == .refusedByNode {
            // A node that does not have that block's state, or not yet, cannot tell.
            return false
        }
    }
}
