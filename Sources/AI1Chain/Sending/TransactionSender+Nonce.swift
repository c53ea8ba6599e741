internal import AI1Wallet

/// What the journal and the chain say before anything is signed.
extension TransactionSender {
    /// Brings the account's entries up to date, then looks what the order's key or intent stands for.
    /// - Parameter tells: whether the user hears what nodes have forgotten
    func standing(of order: SendingOrder, tells: Bool) async throws -> (known: JournalEntry?, facts: NodeFacts) {
        let same = order.idempotencyKey == nil ? try journal.recent(of: order.intent, after: newestBefore ?? 0) : []
        let pending = try journal.pending(chain: order.chainID, sender: order.sender)
        let (reports, facts) = try await reconciler.refresh(pending, account: order.sender)
        try await reconciler.returnUnmined(sender: order.sender, facts)
        if order.chainID == SendingLimits.localChainID { try forget(pending, order.sender, facts) }
        for entry in same { try refuseSettled(entry.hash) }
        // Who gives a command again that could not tell its end does not know of it, and would pay twice.
        if order.idempotencyKey == nil, let entry = try journal.untold(order.intent) { try refuseSettled(entry.hash) }
        let standing = try journal.standing(
            of: order.intent, key: order.idempotencyKey, chain: order.chainID, sender: order.sender)
        // What comes after a nonce that no node knows of will wait for it.
        if tells {
            for report in reports where report.status == .dropped { notify(.dropped(report.entry.hash)) }
        }
        switch standing {
        case .free:
            try await checkGivenUp(order, facts)
            return (nil, facts)
        case .known(let entry): return (entry, facts)
        }
    }

    /// The nonce of an order: the node's next one, or the one after the journal's highest when that is later.
    func nonce(for order: SendingOrder, _ facts: NodeFacts) throws -> UInt64 {
        guard let mined = facts.minedNonces[order.sender], let pooled = facts.pendingNonces[order.sender] else {
            throw ChainError(.malformed, "the node did not say the account's next nonce")
        }
        if case .exactly(let nonce) = order.nonce {
            guard nonce >= mined else {
                throw ChainError(
                    .usage, "nonce \(nonce) is used already: the next one of \(order.sender.short) is \(mined)",
                    hint: "leave out --nonce")
            }
            return nonce
        }
        guard pooled <= mined || pooled - mined <= SendingLimits.mostInPool else {
            throw ChainError(
                .untrusted,
                "the node says that nonce \(pooled) is the next one, and that \(mined) are used: that cannot be",
                hint: "use another endpoint with --rpc-url, or give --nonce")
        }
        let pending = try journal.pending(chain: order.chainID, sender: order.sender)
        let sent = Set(pending.filter { $0.state == .sent }.map(\.nonce))
        if let unsent = pending.first(where: { !sent.contains($0.nonce) }) { throw Self.blocked(by: unsent) }
        // A node that lags behind does not know of the newest blocks.
        let settled = try journal.mined(chain: order.chainID, sender: order.sender, from: mined)
        let highest = (pending + settled).map(\.nonce).max().map { $0 + 1 } ?? 0
        return max(mined, pooled, highest)
    }

    /// A chain for tests that was started anew knows nothing of what was sent to the one before; it has no other nodes
    /// that could.
    private func forget(_ pending: [JournalEntry], _ sender: Address, _ facts: NodeFacts) throws {
        guard let next = facts.pendingNonces[sender] else { return }
        for entry in pending where entry.nonce >= next && !facts.knows(entry.hash) {
            if try journal.entry(entry.hash)?.state == .sent { try journal.drop(entry.hash) }
        }
    }

    /// What was under way a moment ago and is in a block now was very likely meant by this order too: whoever gave the
    /// last one may not have been told.
    private func refuseSettled(_ hash: Hash32) throws {
        guard let entry = try journal.entry(hash), let inclusion = entry.inclusion else { return }
        throw ChainError(
            .unsettled,
            "an earlier command that did not tell its end has sent the same: \(hash.hex) is in block "
                + "\(inclusion.blockNumber), \(entry.summary)",
            hint: "nothing was signed now. To see its end: ai1 wallet tx receipt \(hash.hex); once that was shown, the "
                + "same command is a new one. In scripts: --idempotency-key")
    }

    /// A transaction that is signed and not with a node would leave a gap before every later one.
    private static func blocked(by entry: JournalEntry) -> ChainError {
        let hash = entry.hash.hex
        let (state, way) =
            entry.state == .journalled
            ? ("was never sent", "to give it up") : ("may not have reached a node", "to replace it")
        return ChainError(
            .unsettled, "nonce \(entry.nonce) is that of a transaction that \(state): \(hash), \(entry.summary)",
            hint: "to send it: ai1 wallet tx rebroadcast \(hash); \(way): ai1 wallet tx cancel \(hash)")
    }
}
