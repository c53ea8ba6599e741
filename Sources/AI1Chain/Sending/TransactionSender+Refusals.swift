internal import AI1Wallet

/// What a node's refusal means for an entry of the journal.
extension TransactionSender {
    /// A refusal may come because the transaction is there already: then it is as good as taken.
    func settle(_ entry: JournalEntry, refused refusal: SendRefusal) async throws -> JournalEntry? {
        let attempts = try journal.entry(entry.hash)?.attempts ?? 1
        guard refusal.kind == .nonceTooLow || attempts > 1 else { return nil }
        do {
            try await reconciler.refreshFamily(of: entry)
            if let found = try journal.entry(entry.hash), found.state == .sent || found.state == .mined { return found }
            guard refusal.kind == .nonceTooLow, try await reconciler.isReplaced(entry) else {
                // The second look of `isReplaced` may have found it.
                let now = try journal.entry(entry.hash)
                if now?.state == .replaced { throw try replaced(entry) }
                return now?.state == .mined ? now : nil
            }
        } catch let error as ChainError where error.code != .replaced {
            // Without an answer nothing is known but that it may be there.
            throw ChainError(
                .tryLater,
                "\(refusal.words); whether \(entry.hash.hex) is in a block could not be asked: \(error.message)",
                hint: "ai1 wallet tx receipt \(entry.hash.hex)"
            ).about(entry.hash)
        }
        try journal.confirmReplaced(entry.hash)
        throw try replaced(entry)
    }

    /// The error of a transaction whose nonce another has.
    func replaced(_ entry: JournalEntry) throws -> ChainError {
        let winner = try reconciler.winner(over: entry)
        let name = winner.map { "the transaction \($0.hex)" } ?? "another transaction"
        return ChainError(
            .replaced, "\(name) has taken nonce \(entry.nonce): \(entry.hash.hex) will never be in a block",
            hint: "look what was sent from the account before you send again"
        ).about(entry.hash)
    }

    /// The entry after a refusal that no other attempt contradicts, and the error for the user.
    func refused(_ entry: JournalEntry, _ refusal: SendRefusal) throws -> ChainError {
        let now = try journal.revokeAttempt(entry.hash)
        let error = refusal.error
        guard now.state == .journalled else {
            return ChainError(
                error.code,
                "\(error.message); an earlier attempt may have reached a node: \(entry.hash.hex) stays in the journal",
                hint: "ai1 wallet tx pending tells; ai1 wallet tx speed-up or cancel \(entry.hash.hex) takes its place",
                underlying: error.underlying
            ).about(entry.hash)
        }
        guard Self.isFinal(refusal.kind) else {
            return ChainError(
                error.code, error.message,
                hint: "it is signed and not sent: ai1 wallet tx rebroadcast \(entry.hash.hex), or give it up: "
                    + "ai1 wallet tx cancel \(entry.hash.hex)", underlying: error.underlying
            ).about(entry.hash)
        }
        try journal.release(entry.hash)
        return error.about(entry.hash)
    }

    /// Whether the same octets would be refused again, so that the entry is of no use.
    private static func isFinal(_ kind: SendRefusal.Kind) -> Bool {
        switch kind {
        case .underpriced, .replacementUnderpriced, .insufficientFunds, .intrinsicGas, .gasLimitTooHigh,
            .feeCapBelowBaseFee, .feeAboveNodeLimit, .wrongChain:
            true
        // The nonce's fate is not known, room may come, or the node's words are not understood.
        case .nonceTooLow, .nonceTooHigh, .poolFull, .other: false
        }
    }
}
