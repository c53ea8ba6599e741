internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Ledger
internal import AI1Settings

/// Sends kept requests: each under its own key, at most once unless the user says otherwise, and puts away what came of it.
struct QueueSender: Sendable {
    let live: Composition
    let store: QueueStore
    let notices: NoticeWriter
    let ledger: SQLiteLedger
    /// The bounds of a sending that has no deadline of its own.
    let policy: AskPolicy
    /// Whether the user has said that what was sent before is sent again.
    var sendsAgain = false
    /// Whether the answer is shown while it comes, and need not be kept.
    var isShown = false

    /// A request that is ready to be asked, and the one way to ask it.
    struct Ready: Sendable {
        let asked: AskedRequest
        /// Nil for an answer that was stored.
        var decision: Decision?
        let checks: SafetyGuard?
        let ask: @Sendable (any AnswerSink) async -> AskOutcome
    }

    /// What came of a sending.
    struct Result: Sendable {
        let id: RequestID
        var fate: QueueFate
        var outcome: AskOutcome?
        var run: FlowRun?
        /// When it is tried again; nil for never.
        var next: Timestamp?
    }

    /// Sends what was claimed.
    /// - Parameters:
    ///   - kept: the answer that the ledger has already, in whose place nothing is ever sent
    ///   - show: asks, and does with the answer what is done with it; throws what is wrong with it
    func send(_ claim: QueueClaim, kept: KeptAnswer? = nil, _ show: (Ready) async throws -> Void) async -> Result {
        let take = QueueTake()
        var problem: (any AI1Error)?
        var run: FlowRun?
        do {
            let ready = try await prepare(claim.entry, kept, take, &run)
            try await show(ready)
        } catch {
            problem = Self.told(error)
        }
        let fate: QueueFate
        if let outcome = take.outcome {
            fate = QueueFate(outcome, problem: problem)
        } else {
            let ending = problem ?? CommandError(.answer(.internalError), message: "nothing was asked")
            fate = QueueFate(beforeSending: ending)
        }
        var result = Result(id: claim.entry.id, fate: fate, outcome: take.outcome, run: run)
        // An answer that was not put away now is still where it was.
        if kept != nil, !fate.isOver { return result }
        record(result, claim.entry)
        do {
            result.next = try settle(claim, fate, take)
        } catch {
            // What was sent counts as unknown then, and is not sent again.
            let reason = (error as? any AI1Error)?.message ?? "\(error)"
            result.fate = .failed(CommandError(.writeFailed, message: "the queue cannot be written: \(reason)"))
        }
        return result
    }

    /// Puts the answer away that the ledger has of a request whose sender died before it could.
    /// - Returns: nil when there is none: nobody knows what came of it
    /// - Throws: `LedgerError`, `ConversationError`, `SettingsError`
    func recover(_ id: RequestID) async throws -> Result? {
        guard let claim = try store.claimUnknown(id) else { return nil }
        let flow = flow(claim.entry)
        let kept: KeptAnswer?
        do {
            kept = try await flow.money.storedAnswer(ledger, waitMilliseconds: 0, notices: notices)
        } catch let error as LedgerError where [.unknownOutcome, .keyBusy, .notFound, .audit].contains(error.code) {
            return nil
        }
        guard let kept else { return nil }
        return await send(claim, kept: kept) { try await Self.collect($0, notices) }
    }

    /// Asks without showing the answer to anybody.
    /// - Throws: what is wrong with the answer
    static func collect(_ ready: Ready, _ notices: NoticeWriter) async throws {
        let sink = CollectingSink(notices: notices)
        let outcome = await ready.ask(sink)
        if let error = outcome.error { throw error }
        _ = try AnswerForm(asked: ready.asked, extracts: false).check(sink.text)
    }

    private func flow(_ entry: QueueEntry) -> RequestFlow {
        var policy = policy
        if let deadline = entry.wishes.deadlineMilliseconds { policy.deadlineMilliseconds = deadline }
        policy.sendsOnce = true
        policy.hedges = false
        var terms = QueueTerms.terms(entry, live, policy: policy)
        terms.sendsAgain = sendsAgain
        return RequestFlow(live: live, notices: notices, terms: terms)
    }

    private func prepare(
        _ entry: QueueEntry, _ kept: KeptAnswer?, _ take: QueueTake, _ run: inout FlowRun?
    ) async throws -> Ready {
        let flow = flow(entry)
        let checks = flow.checks()
        let asked = AskedRequest(request: entry.request, schema: entry.request.schema?.schema)
        if let kept { return ready(asked, kept, checks, take) }
        if sendsAgain, let key = flow.terms.claim {
            // Also an answer that did not please.
            try ledger.apply(.forgetKey(scope: key.scope, key: key.key))
        }
        if let kept = try await flow.money.storedAnswer(ledger, waitMilliseconds: 0, notices: notices) {
            return ready(asked, kept, checks, take)
        }
        var routed = try await flow.route(asked, checks: checks)
        try routed.requireTarget(live.providers)
        try routed.admit(to: routed.targets.map(\.row))
        let started = try flow.start(routed, ledger: ledger)
        run = started
        return Ready(asked: routed.asked, decision: routed.route.decision, checks: checks) { sink in
            await take.asking(sink) { await started.ask($0) }
        }
    }

    /// An answer that was kept as it came, so that it is checked by what holds today.
    private func ready(_ asked: AskedRequest, _ kept: KeptAnswer, _ checks: SafetyGuard?, _ take: QueueTake) -> Ready {
        let ledger = ledger
        return Ready(asked: asked, checks: checks) { sink in
            await take.asking(sink) { sink in
                guard let checks else { return Replay.outcome(kept, sink) }
                return await checks.guarding(sink, ledger) { Replay.outcome(kept, $0) }
            }
        }
    }

    private static func told(_ error: any Error) -> any AI1Error {
        if let error = error as? any AI1Error { return error }
        if error is CancellationError { return CommandError(.interrupted, message: "interrupted") }
        return CommandError(.answer(.internalError), message: "unexpected failure: \(error)")
    }
}
