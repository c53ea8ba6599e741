package import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension QueueStore {
    /// Takes the sole right to send an entry, and writes that it is being sent before this returns: what may be sent after that
    /// is never sent by anybody else.
    /// - Parameter early: whether it may be sent before its time: the user's word
    /// - Returns: nil when it is not due, or somebody else has it
    /// - Throws: `ConversationError` of code `damaged`; `SettingsError`: nothing may be sent then
    package func claim(_ id: RequestID, early: Bool = false) throws -> QueueClaim? {
        // Where no entry is, no lock file is to be left.
        guard try read(id) != nil, let lock = try QueueLock(lockPath(of: id)) else { return nil }
        guard var entry = try settled(id) else {
            // It was removed just now, with its lock.
            unlink(lockPath(of: id))
            return nil
        }
        guard entry.state == .pending else { return nil }
        let now = clock.now
        if entry.isExpired(at: now) {
            entry.state = .failed
            entry.lastError = "its time had passed before it was sent"
            entry.changed = now
            try write(entry)
            return nil
        }
        guard early || entry.isDue(at: now) else { return nil }
        entry.state = .sending
        entry.attempts += 1
        entry.changed = now
        try write(entry)
        return QueueClaim(entry: entry, lock: lock)
    }

    /// Takes the sole right to settle an entry of unknown outcome, by `finish` alone. Nothing is written before that.
    /// - Returns: nil when its outcome is not unknown, or somebody else has it
    /// - Throws: `ConversationError` of code `damaged`; `SettingsError`
    package func claimUnknown(_ id: RequestID) throws -> QueueClaim? {
        guard try read(id) != nil, let lock = try QueueLock(lockPath(of: id)) else { return nil }
        guard let entry = try settled(id), entry.state == .unknown else { return nil }
        return QueueClaim(entry: entry, lock: lock)
    }

    /// Keeps what came of a sending.
    /// - Parameter error: what is wrong with the answer, one line: the entry has then failed, and keeps it all the same
    /// - Throws: `SettingsError`. The entry then counts as `unknown`, and is not sent again
    package func finish(_ claim: QueueClaim, _ outcome: QueueEntry.Outcome, error: String? = nil) throws {
        try conclude(claim, error == nil ? .done : .failed, error: error) { $0.outcome = outcome }
    }

    /// Removes an entry whose outcome is kept elsewhere, or has been shown.
    /// - Throws: `SettingsError`
    package func drop(_ claim: QueueClaim) throws {
        guard unlink(path(of: claim.entry.id)) == 0 || errno == ENOENT else {
            throw SystemFailure(number: errno).writing(path(of: claim.entry.id), "remove")
        }
        unlink(lockPath(of: claim.entry.id))
    }

    /// Keeps that a sending failed for certain: the server did nothing, and charged nothing.
    /// - Parameters:
    ///   - error: one line
    ///   - retryAt: when to try again, as `QueueBackoff` says; nil for never. After the limit of tries it is never
    /// - Returns: whether it is tried again
    /// - Throws: `SettingsError`
    @discardableResult
    package func fail(_ claim: QueueClaim, error: String, retryAt: Timestamp? = nil) throws -> Bool {
        let again = claim.entry.attempts < limits.attempts ? retryAt : nil
        try conclude(claim, again == nil ? .failed : .pending, error: error) { entry in
            if let again { entry.notBefore = again }
        }
        return again != nil
    }

    /// Puts an entry off of which nothing was sent, for a reason that lies here: no network, no key, no credits. It does not
    /// count as a try.
    /// - Throws: `SettingsError`
    package func putOff(_ claim: QueueClaim, error: String, until time: Timestamp) throws {
        try conclude(claim, .pending, error: error) { entry in
            entry.attempts -= 1
            entry.notBefore = time
        }
    }

    /// Puts an entry back of which nothing was sent, as if it had not been claimed.
    /// - Throws: `SettingsError`
    package func release(_ claim: QueueClaim) throws {
        try conclude(claim, .pending, error: claim.entry.lastError) { $0.attempts -= 1 }
    }

    /// Keeps that nobody knows what came of a sending: it began, and no answer or refusal came.
    /// - Throws: `SettingsError`
    package func lose(_ claim: QueueClaim, error: String) throws {
        try conclude(claim, .unknown, error: error) { _ in }
    }

    private func conclude(
        _ claim: QueueClaim, _ state: QueueEntry.State, error: String?, _ change: (inout QueueEntry) -> Void
    ) throws {
        var entry = claim.entry
        entry.state = state
        entry.changed = clock.now
        entry.lastError = error.map { TerminalCleaner.cleanLine($0, limit: 400) }
        change(&entry)
        try write(entry)
    }
}
