internal import AI1Core
internal import AI1Engine
internal import AI1Tools
internal import Synchronization

/// A request whose model may call tools: as many requests as there are rounds, all to the model that answered first, each
/// routed, paid for and recorded like any other.
final class ToolFlow: Sendable {
    private struct State {
        var outcome = RoundsOutcome()
        var run: FlowRun
        var records: [ToolCallRecord] = []
        var turns: [Message] = []
        /// Time that went by while the user was asked, which is nobody's fault.
        var askedMilliseconds: Int64 = 0
        var findings = 0
        var lastText: [UInt8] = []
        var isRecorded = false
        /// Of all rounds together, once they are over.
        var end: AskOutcome?
    }

    private let first: FlowRun
    private let asked: AskedRequest
    private let desk: ToolDesk
    private let approver: ToolApprover
    private let state: Mutex<State>

    private var live: Composition { first.flow.live }
    private var notices: NoticeWriter { first.flow.notices }

    /// - Parameters:
    ///   - first: the first round, ready to be asked
    ///   - asked: its request before anything was done about what was found in it: every round is looked at anew
    ///   - approver: puts questions to the user
    init(first: FlowRun, asked: AskedRequest, desk: ToolDesk, approver: @escaping ToolApprover) {
        self.first = first
        self.asked = asked
        self.desk = desk
        self.approver = approver
        state = Mutex(State(run: first))
    }

    /// The calls so far, in the order in which they ended.
    var records: [ToolCallRecord] { state.withLock { $0.records } }

    /// The turns between the user's message and the last answer, as they belong into a conversation.
    var turns: [Message] { state.withLock { $0.turns } }

    /// What the model said in the last round.
    var lastText: [UInt8] { state.withLock { $0.lastText } }

    /// What became of all rounds together, and the last answer; nil while nothing is over.
    var finished: (outcome: AskOutcome, answer: RecordingSink.Answer)? {
        let (run, end) = state.withLock { ($0.run, $0.end) }
        return run.history.finished.map { (end ?? $0.outcome, $0.answer) }
    }

    /// Writes down what became of the last round; those before it are written down already.
    /// - Parameters:
    ///   - error: what ended it; nil when the answer is as it was wished
    ///   - hasSchema: whether the answer was held against a schema
    func record(error: (any AI1Error)?, hasSchema: Bool = false) {
        let (run, isRecorded) = state.withLock { ($0.run, $0.isRecorded) }
        if !isRecorded { run.record(error: error, hasSchema: hasSchema) }
    }

    /// Goes through the rounds, and hands what the model says in all of them to the sink. The last round is left to be
    /// recorded.
    /// - Parameter onCall: told of every call when it is over
    func ask(
        _ sink: any AnswerSink, onCall: @escaping @Sendable (ToolCallRecord) -> Void = { _ in }
    ) async -> AskOutcome {
        let start = live.context.clock.monotonicNanoseconds
        let rounds = ToolRounds(
            desk: desk, approver: timed,
            report: { record in
                self.note(record)
                onCall(record)
            },
            notice: { line in if !self.notices.isQuiet { self.notices.line(line) } })
        let joined = RoundSink(sink)
        var problem: EngineError?
        do {
            let turns = try await rounds.run(asked.request) { request, round in
                let run = round == 0 ? first : try await next(request, startedNanoseconds: start)
                return try await answer(run, joined)
            } onTurns: { turns in
                state.withLock { $0.turns = turns }
            }
            state.withLock { $0.turns = turns }
        } catch let error as EngineError {
            problem = error
        } catch {
            problem = Replay.engineError(error)
        }
        notices.settle()
        var outcome = state.withLock { $0.outcome.whole } ?? AskOutcome(requestID: first.plan.request.id)
        outcome.error = problem
        outcome.totalMilliseconds = Double(live.context.clock.monotonicNanoseconds - start) / 1_000_000
        let end = outcome
        state.withLock { $0.end = end }
        return outcome
    }

    private func answer(_ run: FlowRun, _ sink: RoundSink) async throws -> ToolRounds.Answer {
        state.withLock { state in
            state.run = run
            state.isRecorded = false
        }
        let outcome = await run.ask(sink)
        let text = sink.endRound()
        state.withLock { state in
            state.outcome.add(outcome)
            state.lastText = Array(text.utf8)
        }
        if let error = outcome.error { throw error }
        if !outcome.toolCalls.isEmpty {
            run.record(error: nil)
            state.withLock { $0.isRecorded = true }
        }
        let row = run.routed.targets.first { $0.row.name == outcome.target }?.row
        return ToolRounds.Answer(
            text: text, calls: outcome.toolCalls, native: outcome.native,
            takesImages: row?.capabilities.imageInput ?? false)
    }

    /// A further round: to the same model, within what is left of time and money.
    private func next(_ request: ChatRequest, startedNanoseconds: Int64) async throws -> FlowRun {
        let (target, spent, waited) = state.withLock {
            ($0.outcome.whole?.target, $0.outcome.spent, $0.askedMilliseconds)
        }
        var terms = first.flow.terms
        terms.claim = nil
        if let target {
            terms.routing.model = target.description
            terms.routing.modelOrigin = nil
            terms.routing.fallback = []
            terms.routing.allowsFallback = false
        }
        if let most = terms.routing.preferences.maxCost {
            terms.routing.preferences.maxCost = NanoUSD(max(0, most.amount - spent.amount))
        }
        let elapsed = (live.context.clock.monotonicNanoseconds - startedNanoseconds) / 1_000_000 - waited
        let left = terms.policy.deadlineMilliseconds - elapsed
        guard left > 0 else {
            throw ToolError(
                .timedOut, "the deadline passed before the model could be told what its calls brought",
                hint: "a longer --deadline")
        }
        terms.policy.deadlineMilliseconds = left
        var asked = asked
        asked.request = request
        asked.request.id = live.context.newRequestID()
        let flow = RequestFlow(live: live, notices: notices, terms: terms)
        var routed = try await flow.route(asked, checks: first.routed.checks)
        try routed.requireTarget(live.providers)
        let found = routed.examination?.findings.count ?? 0
        let isNews = state.withLock { state in
            defer { state.findings = max(found, state.findings) }
            return found > state.findings
        }
        try routed.admit(to: routed.targets.map(\.row), tells: isNews)
        return try flow.start(routed, ledger: first.ledger)
    }

    /// The approver, with the time that it takes.
    private var timed: ToolApprover {
        let (approver, clock) = (approver, live.context.clock)
        return { question in
            let start = clock.monotonicNanoseconds
            defer {
                let milliseconds = (clock.monotonicNanoseconds - start) / 1_000_000
                self.state.withLock { $0.askedMilliseconds += milliseconds }
            }
            self.notices.settle()
            return try await approver(question)
        }
    }

    private func note(_ record: ToolCallRecord) {
        state.withLock { $0.records.append(record) }
        if !notices.isQuiet { notices.line(ToolCallText.line(record)) }
        if notices.isVerbose { for line in ToolCallText.full(record) { notices.line(line) } }
    }
}
