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
    /// How long `wait` sleeps between two looks.
    static let pollMilliseconds: Int64 = 500

    /// The user's word that an entry which failed, or whose outcome is not known, may be sent again. It keeps its
    /// idempotency key.
    /// - Throws: `ConversationError` of the codes `notFound`, `wrongState`, `damaged`; `SettingsError`
    package func retry(_ id: RequestID) throws {
        try locked(id) { entry in
            guard entry.state == .failed || entry.state == .unknown else {
                throw ConversationError(.wrongState, "the request \(id.short) is \(entry.state.rawValue)")
            }
            entry.state = .pending
            entry.attempts = 0
            entry.notBefore = nil
            entry.changed = clock.now
            try write(entry)
        }
    }

    /// Removes an entry, whatever its state, unless it is being sent.
    /// - Throws: `ConversationError` of the codes `notFound` and `wrongState`; `SettingsError`
    package func remove(_ id: RequestID) throws {
        guard access(path(of: id), F_OK) == 0 else { throw Self.missing(id) }
        guard let lock = try QueueLock(lockPath(of: id)) else { throw Self.busy(id) }
        try withExtendedLifetime(lock) {
            guard unlink(path(of: id)) == 0 || errno == ENOENT else {
                throw SystemFailure(number: errno).writing(path(of: id), "remove")
            }
            unlink(lockPath(of: id))
        }
    }

    /// Removes what was answered or failed long ago.
    /// - Returns: how many
    @discardableResult
    package func sweep() -> Int {
        let limit = clock.now.advanced(byMilliseconds: -limits.keptMilliseconds)
        return list().entries.filter { [.done, .failed].contains($0.state) && $0.changed < limit }
            .count { (try? remove($0.id)) != nil }
    }

    /// Waits until an entry is answered, failed, or of unknown outcome.
    /// - Parameter timeoutMilliseconds: nil for as long as it takes
    /// - Throws: `ConversationError` of the codes `notFound`, `timedOut`, `damaged`; `CancellationError`
    package func wait(for id: RequestID, timeoutMilliseconds: Int64? = nil) async throws -> QueueEntry {
        let start = clock.monotonicNanoseconds
        while true {
            guard let entry = try find(id) else { throw Self.missing(id) }
            switch entry.state {
            case .done, .failed, .unknown: return entry
            case .pending, .sending: break
            }
            let waited = (clock.monotonicNanoseconds - start) / 1_000_000
            if let timeoutMilliseconds, waited >= timeoutMilliseconds {
                throw ConversationError(
                    .timedOut, "the request \(id.short) is still \(entry.state.rawValue)",
                    hint: "it stays in the queue; it is sent by: ai1 ask --flush")
            }
            try await clock.sleep(milliseconds: Self.pollMilliseconds)
        }
    }

    private func locked(_ id: RequestID, _ body: (inout QueueEntry) throws -> Void) throws {
        guard try read(id) != nil else { throw Self.missing(id) }
        guard let lock = try QueueLock(lockPath(of: id)) else { throw Self.busy(id) }
        try withExtendedLifetime(lock) {
            guard var entry = try settled(id) else { throw Self.missing(id) }
            try body(&entry)
        }
    }

    private static func missing(_ id: RequestID) -> ConversationError {
        ConversationError(.notFound, "no request \(id.short) is in the queue")
    }

    private static func busy(_ id: RequestID) -> ConversationError {
        ConversationError(.wrongState, "the request \(id.short) is being sent", hint: "wait until it is done")
    }
}
