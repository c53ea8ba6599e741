internal import AI1Core
internal import AI1Engine
internal import AI1Settings
internal import Synchronization

/// What one `ai1 ask` leaves in the history: opened while the answer is waited for, written when it is over. Whatever goes
/// wrong with it, the answer is none the worse.
final class AskHistory: Sendable {
    private let live: Composition
    private let job: String?
    private let notices: NoticeWriter
    private let started: Timestamp
    private let recording = Mutex<Opened>(.not)
    private let result = Mutex<(outcome: AskOutcome, answer: RecordingSink.Answer)?>(nil)

    private enum Opened {
        case not
        case done(HistoryRecording?)
    }

    init(live: Composition, job: String?, notices: NoticeWriter) {
        self.live = live
        self.job = job
        self.notices = notices
        started = live.context.clock.now
    }

    /// Opens the history. Only the first call does anything.
    func prepare() { _ = open() }

    /// Asks through a sink that remembers what passes.
    func ask(_ sink: any AnswerSink, _ ask: (any AnswerSink) async -> AskOutcome) async -> AskOutcome {
        let remembering = RecordingSink(sink, clock: live.context.clock)
        let outcome = await ask(remembering)
        result.withLock { $0 = (outcome, remembering.answer) }
        return outcome
    }

    /// What was asked through here, once it is over.
    var finished: (outcome: AskOutcome, answer: RecordingSink.Answer)? { result.withLock { $0 } }

    /// Writes down what became of the request.
    /// - Parameters:
    ///   - error: what ended the command; nil when the answer is as it was wished
    ///   - hasSchema: whether the answer was held against a schema
    func record(
        _ request: ChatRequest, _ decision: Decision, asked: String?, error: (any AI1Error)?, hasSchema: Bool
    ) {
        guard let (outcome, answer) = result.withLock({ $0 }), let recording = open() else { return }
        var finished = HistoryRecording.Finished(
            request: request, outcome: outcome, started: started, ended: live.context.clock.now,
            task: decision.features.task, decision: decision, asked: asked, answer: answer, error: error)
        if hasSchema, outcome.error == nil { finished.fitsSchema = error == nil }
        finished.isExplored = decision.explores && outcome.target == decision.ranked.first?.row.name
        if let problem = recording.record(finished), notices.isVerbose {
            notices.line("not recorded: \(problem.message)")
        }
    }

    private func open() -> HistoryRecording? {
        recording.withLock { state in
            if case .done(let recording) = state { return recording }
            let opened = HistoryRecording.open(live, job: job) { problem in
                if notices.isVerbose { notices.line("not recorded: \(problem.message)") }
            }
            state = .done(opened)
            return opened
        }
    }
}
