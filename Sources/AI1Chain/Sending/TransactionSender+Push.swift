internal import AI1Core
internal import AI1Wallet

/// Sending octets that are in the journal. The account is locked.
extension TransactionSender {
    /// Sends the transaction until a node has it, or has refused it for certain, or the time is over.
    /// - Throws: `ChainError` with `transaction`; `StorageError` when the journal could not be written before
    func push(_ entry: JournalEntry) async throws -> JournalEntry {
        let hash = entry.hash
        let end = clock.monotonicNanoseconds + limits.deadlineMilliseconds * 1_000_000
        var reason = "the node did not answer"
        for attempt in 1...max(1, limits.attempts) {
            try journal.beginSending(hash)
            try await probe.reached(.sending, hash)
            switch try await attemptSending(entry) {
            case .taken: return try await note(entry)
            case .refused(let refusal):
                try await probe.reached(.answered, hash)
                if let settled = try await settle(entry, refused: refusal) { return settled }
                throw try refused(entry, refusal)
            case .open(let words), .nowhere(let words): reason = words.message
            }
            let wait = limits.wait(after: attempt)
            guard attempt < limits.attempts, clock.monotonicNanoseconds + wait * 1_000_000 < end else { break }
            notify(.sendsAgain(hash, reason: reason, waitMilliseconds: wait))
            try await clock.sleep(milliseconds: wait)
        }
        return try await lookAfterwards(entry, reason)
    }

    /// What one attempt came to.
    private enum Attempt {
        case taken
        case refused(SendRefusal)
        /// Nobody knows whether a node has it.
        case open(ChainError)
        /// It surely reached no node.
        case nowhere(ChainError)
    }

    private func attemptSending(_ entry: JournalEntry) async throws -> Attempt {
        do {
            switch try await client.sendRaw(entry.raw, expecting: entry.hash) {
            case .accepted, .alreadyKnown: return .taken
            case .refused(let refusal): return .refused(refusal)
            case .unknown(let reason): return .open(ChainError(.tryLater, reason))
            }
        } catch let error as ChainError where error.code == .untrusted {
            // The node has it, whatever it calls it.
            _ = try await note(entry)
            throw error.about(entry.hash)
        } catch let error as ChainError {
            try journal.revokeAttempt(entry.hash)
            guard error.code == .tryLater || error.code == .unreachable else { throw error.about(entry.hash) }
            return .nowhere(error)
        }
    }

    /// The node has it. That the journal cannot be written now changes nothing about that.
    private func note(_ entry: JournalEntry) async throws -> JournalEntry {
        try await probe.reached(.answered, entry.hash)
        do {
            let sent = try journal.confirmSent(entry.hash)
            try await probe.reached(.noted, entry.hash)
            return sent
        } catch let error as any AI1Error {
            notify(.journalBehind(entry.hash, reason: error.message))
            return entry
        }
    }

    /// The time is over: the last question is whether the node has it after all.
    private func lookAfterwards(_ entry: JournalEntry, _ reason: String) async throws -> JournalEntry {
        try? await reconciler.refreshFamily(of: entry)
        if let found = try journal.entry(entry.hash) {
            if found.state == .sent || found.state == .mined { return found }
            if found.state == .replaced { throw try replaced(entry) }
        }
        let isUnsent = try journal.entry(entry.hash)?.state == .journalled
        let words = isUnsent ? "it reached no node" : "it is not known whether a node has it"
        throw ChainError(
            .tryLater, "the transaction \(entry.hash.hex) is signed, and \(words): \(reason)",
            hint: "to send the very same again: ai1 wallet tx rebroadcast \(entry.hash.hex)"
        ).about(entry.hash)
    }
}
