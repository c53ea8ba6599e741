package import AI1Wallet

/// Transactions that are signed already.
extension TransactionSender {
    /// Sends a transaction that was signed elsewhere. The same one twice is one; one of a nonce that waits here takes
    /// its place, if the node lets it.
    /// - Parameters:
    ///   - beneficiary: who benefits when that is not the transaction's recipient
    ///   - summary: what it does, in words
    ///   - maxFees: the most that it may cost in fees, in words
    /// - Throws: as `send(_:sign:)`
    package func send(
        signed: SignedTransaction, idempotencyKey: String? = nil, beneficiary: Address? = nil, summary: String,
        maxFees: String
    ) async throws -> SendingReport {
        try check(chain: signed.transaction.chainID)
        return try await locked(signed.sender) {
            let pending = try journal.pending(chain: signed.transaction.chainID, sender: signed.sender)
            _ = try await reconciler.refresh(pending, account: signed.sender)
            if let entry = try journal.entry(signed.hash), entry.state != .released, entry.state != .dropped {
                return try await goOn(with: entry)
            }
            let place = try journal.pending(chain: signed.transaction.chainID, sender: signed.sender)
                .last { $0.nonce == signed.transaction.nonce && $0.state != .journalled }
            return try await recordAndPush(
                signed, key: idempotencyKey, replaces: place?.hash, beneficiary: beneficiary, summary: summary,
                maxFees: maxFees)
        }
    }

    /// Sends the octets of a journalled transaction once more.
    /// - Returns: the entry, or the one that it turned out to be
    /// - Throws: `ChainError` of code `notFound`, of code `usage` when it was given up, `replaced`; as `send(_:sign:)`
    package func rebroadcast(_ hash: Hash32) async throws -> SendingReport {
        guard let known = try journal.entry(hash) else { throw TransactionJournal.missing(hash) }
        try check(chain: known.chainID)
        return try await locked(known.sender) {
            try await reconciler.refreshFamily(of: known)
            guard let entry = try journal.entry(hash) else { throw TransactionJournal.missing(hash) }
            switch entry.state {
            case .journalled, .sending, .sent: return SendingReport(try await push(entry), isEarlier: true)
            case .mined: return SendingReport(entry, isEarlier: true)
            case .replaced: throw try replaced(entry)
            case .released, .dropped:
                throw ChainError(.usage, "\(hash.hex) was given up", hint: "send it anew").about(hash)
            }
        }
    }

    /// Signs and sends a transaction that takes the place of one that waits.
    /// - Parameters:
    ///   - hash: the one that waits
    ///   - replacement: of the same nonce, made by `Replacement`
    ///   - sign: called at most once, while the account is locked
    /// - Throws: `ChainError` of code `usage` when the transaction is in a block already, was given up or never sent;
    ///   as `send(_:sign:)`
    package func replace(
        _ hash: Hash32, with replacement: Transaction, summary: String, maxFees: String, sign: Signing
    ) async throws -> SendingReport {
        guard let known = try journal.entry(hash) else { throw TransactionJournal.missing(hash) }
        try check(chain: known.chainID)
        try check(chain: replacement.chainID)
        return try await locked(known.sender) {
            try await reconciler.refreshFamily(of: known)
            guard let entry = try journal.entry(hash) else { throw TransactionJournal.missing(hash) }
            guard entry.state == .sending || entry.state == .sent, replacement.nonce == entry.nonce else {
                throw Self.irreplaceable(entry)
            }
            let signed = try sign(replacement)
            guard signed.transaction == replacement, signed.sender == entry.sender else {
                throw ChainError(
                    .usage,
                    "the signature is not that of \(entry.sender.short) under this transaction: nothing was sent")
            }
            let isSame = TransactionIntent(replacement, sender: entry.sender) == entry.intent
            return try await recordAndPush(
                signed, key: nil, replaces: hash, beneficiary: isSame ? entry.beneficiary : nil, summary: summary,
                maxFees: maxFees)
        }
    }

    private static func irreplaceable(_ entry: JournalEntry) -> ChainError {
        let hash = entry.hash.hex
        let (words, hint): (String, String?) =
            switch entry.state {
            case .mined: ("is in block \(entry.inclusion?.blockNumber ?? 0) already", "ai1 wallet tx receipt \(hash)")
            case .journalled: ("was never sent", "ai1 wallet tx rebroadcast \(hash), or ai1 wallet tx cancel \(hash)")
            case .replaced: ("is replaced already", "ai1 wallet tx pending")
            case .released, .dropped: ("was given up", nil)
            case .sending, .sent: ("has nonce \(entry.nonce), and what is to take its place another", nil)
            }
        return ChainError(.usage, "\(hash) \(words): there is nothing to replace", hint: hint).about(entry.hash)
    }
}
