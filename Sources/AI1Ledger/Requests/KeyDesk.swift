package import AI1Core

/// What an idempotency key stands for, and the wait for the answer of another request under it.
package struct KeyDesk: Sendable {
    private static let firstPauseMilliseconds: Int64 = 50
    private static let longestPauseMilliseconds: Int64 = 1_000

    /// What the desk needs of a ledger.
    package struct Hooks: Sendable {
        /// What is known under a key; nil when it may be used.
        package var key: @Sendable (KeyClaim) throws -> HoldOutcome?
        /// Accepts that nobody knows what became of the key's request.
        package var forget: @Sendable (KeyClaim) throws -> Void
        /// Closes the holds of requests whose owners are gone.
        package var sweep: @Sendable () throws -> Void

        package init(
            key: @escaping @Sendable (KeyClaim) throws -> HoldOutcome?,
            forget: @escaping @Sendable (KeyClaim) throws -> Void, sweep: @escaping @Sendable () throws -> Void
        ) {
            self.key = key
            self.forget = forget
            self.sweep = sweep
        }
    }

    private let hooks: Hooks
    private let kept: KeptAnswerFolder
    private let clock: any WallClock

    package init(hooks: Hooks, kept: KeptAnswerFolder, clock: any WallClock) {
        self.hooks = hooks
        self.kept = kept
        self.clock = clock
    }

    /// The answer of a key. While another request is on its way under it, its answer is waited for.
    /// - Parameters:
    ///   - sendsAgain: whether a request whose outcome is unknown may be sent again
    ///   - waitMilliseconds: how long another request is waited for
    ///   - onWait: called once, when a wait begins
    /// - Returns: nil when the key is free: the request is to be sent
    /// - Throws: `LedgerError`, of code `keyBusy` when the wait was too short; `CancellationError`
    package func answer(
        _ claim: KeyClaim, sendsAgain: Bool, waitMilliseconds: Int64, onWait: () -> Void
    ) async throws -> KeptAnswer? {
        let start = clock.monotonicNanoseconds
        var pause = Self.firstPauseMilliseconds
        var waits = false
        while true {
            switch try state(claim, sendsAgain: sendsAgain) {
            case .answered(let result):
                do {
                    let answer = try kept.read(result)
                    guard sendsAgain, answer.finish == .length else { return answer }
                    try hooks.forget(claim)
                    return nil
                } catch let error as LedgerError where sendsAgain && [.notFound, .audit].contains(error.code) {
                    try hooks.forget(claim)
                    return nil
                }
            case .underWay: break
            case .granted, nil: return nil
            }
            if !waits || pause == Self.longestPauseMilliseconds {
                // Its owner may be gone: then its hold is closed, and the key says what is known.
                try hooks.sweep()
                guard case .underWay = try state(claim, sendsAgain: sendsAgain) else { continue }
            }
            if !waits { onWait() }
            waits = true
            let left = waitMilliseconds - (clock.monotonicNanoseconds - start) / 1_000_000
            guard left > 0 else {
                throw LedgerError(
                    .keyBusy, message: "another request under this key is still under way",
                    hint: "try again later, or wait longer with --deadline")
            }
            try await clock.sleep(milliseconds: min(pause, left))
            pause = min(pause * 2, Self.longestPauseMilliseconds)
        }
    }

    private func state(_ claim: KeyClaim, sendsAgain: Bool) throws -> HoldOutcome? {
        do {
            return try hooks.key(claim)
        } catch let error as LedgerError where error.code == .unknownOutcome && sendsAgain {
            try hooks.forget(claim)
            return try hooks.key(claim)
        }
    }
}
