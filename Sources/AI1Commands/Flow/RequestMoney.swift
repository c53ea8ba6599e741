internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings

/// The money of one `ai1 ask`: its ledger, opened when something needs it, and its key.
struct RequestMoney: Sendable {
    let live: Composition
    let job: String?
    /// Nil for a request without a key.
    let claim: KeyClaim?
    let sendsAgain: Bool

    /// How long a process waits before it looks again at a key that another is just taking.
    private static let keyPauseMilliseconds: Int64 = 50

    /// The ledger that pays for a request to these targets; nil when only the sandbox is asked and there is none.
    /// - Throws: `LedgerError`, `SettingsError` with a hint that names `AI1_HOME`
    func ledger(for targets: [PlannedTarget], onSkip: (any AI1Error) -> Void) throws -> SQLiteLedger? {
        do {
            return try live.openLedger()
        } catch let error as any AI1Error {
            guard claim == nil, targets.allSatisfy({ $0.row.name.provider == "sandbox" }) else {
                throw Self.refusal(error)
            }
            onSkip(error)
            return nil
        }
    }

    /// The stored answer of the request's key; while another process asks under it, its answer is waited for.
    /// - Returns: nil when there is no key, or it is free
    /// - Throws: `LedgerError`, `SettingsError`, `CancellationError`
    func storedAnswer(
        _ ledger: SQLiteLedger, waitMilliseconds: Int64, notices: NoticeWriter
    ) async throws -> KeptAnswer? {
        guard let claim else { return nil }
        return try await ledger.keyDesk(clock: live.context.clock).answer(
            claim, sendsAgain: sendsAgain, waitMilliseconds: waitMilliseconds
        ) {
            if !notices.isQuiet { notices.line("another ai1 asks under this key: waiting for its answer") }
        }
    }

    /// Asks, paid from the ledger. When another process takes the key at the same moment, its answer is waited for.
    func ask(
        _ plan: AskPlan, _ ledger: SQLiteLedger?, _ sink: any AnswerSink, notices: NoticeWriter
    ) async -> AskOutcome {
        guard let ledger else { return await live.engine(ledger: nil).ask(plan, sink: sink) }
        let start = live.context.clock.monotonicNanoseconds
        while true {
            let credits = live.settings.credits
            let paid = ledger.paidRequest(
                RequestTags(job: job, key: claim, isTracked: credits.mode.value == .track),
                clock: live.context.clock, rewardBasisPoints: credits.rewardBasisPoints.value
            ) {
                if !notices.isQuiet { notices.line("waiting for credits that other requests hold") }
            }
            var outcome = await live.engine(ledger: paid).ask(plan, sink: sink)
            let elapsed = (live.context.clock.monotonicNanoseconds - start) / 1_000_000
            guard paid.isKeyTaken, outcome.error != nil, elapsed < plan.policy.deadlineMilliseconds else {
                return outcome
            }
            do {
                let wait = plan.policy.deadlineMilliseconds - elapsed
                if let kept = try await storedAnswer(ledger, waitMilliseconds: wait, notices: notices) {
                    return Replay.outcome(kept, sink)
                }
                try await live.context.clock.sleep(milliseconds: Self.keyPauseMilliseconds)
            } catch {
                outcome.error = Replay.engineError(error)
                return outcome
            }
        }
    }

    /// A ledger that cannot be opened refuses every request that costs something.
    private static func refusal(_ error: any AI1Error) -> any AI1Error {
        guard [.cannotCreate, .inputOutput].contains(error.kind) else { return error }
        return CommandError(
            error.kind == .cannotCreate ? .cannotCreate : .writeFailed,
            message: "\(error.message): without its ledger nothing is asked that costs credits",
            hint: "make room or give the folder back to you, or set AI1_HOME to another folder",
            underlying: error.underlying)
    }
}
