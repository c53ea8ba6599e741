internal import AI1Core
internal import AI1Engine
internal import AI1Sandbox
internal import AI1Settings
internal import Synchronization

/// What one `ai1 ask` leaves in the history: opened beside everything else, written when the request is over. Whatever goes
/// wrong with it, the answer is none the worse.
final class RequestHistory: Sendable {
    private let live: Composition
    private let job: String?
    private let chat: String?
    private let notices: NoticeWriter
    private let started: Timestamp
    private let recording = Mutex<Opened>(.not)
    private let sink = Mutex<RecordingSink?>(nil)
    private let outcome = Mutex<AskOutcome?>(nil)

    private enum Opened {
        case not
        case done(HistoryRecording?)
    }

    init(live: Composition, job: String?, chat: String? = nil, notices: NoticeWriter) {
        self.live = live
        self.job = job
        self.chat = chat
        self.notices = notices
        started = live.context.clock.now
        // On a thread of its own: it takes some milliseconds, and the answer is not to wait for them. Where there is no thread to
        // be had, it is opened when it is needed.
        PosixThread { _ = self.open() }?.detach()
    }

    /// A sink that remembers what passes: what the user gets, after every check.
    func remembering(_ next: any AnswerSink) -> any AnswerSink {
        let remembering = RecordingSink(next, clock: live.context.clock)
        sink.withLock { $0 = remembering }
        return remembering
    }

    /// Takes what became of the request.
    func end(_ outcome: AskOutcome) { self.outcome.withLock { $0 = outcome } }

    /// What became of the request and what came of the answer, once it is over.
    var finished: (outcome: AskOutcome, answer: RecordingSink.Answer)? {
        guard let outcome = outcome.withLock({ $0 }) else { return nil }
        return (outcome, sink.withLock { $0?.answer } ?? RecordingSink.Answer())
    }

    /// Writes down what became of the request.
    /// - Parameters:
    ///   - error: what ended the command; nil when the answer is as it was wished
    ///   - hasSchema: whether the answer was held against a schema
    ///   - risk: what the checks thought of the request, from 0 to 1
    func record(
        _ request: ChatRequest, _ decision: Decision, asked: String?, error: (any AI1Error)?, hasSchema: Bool,
        risk: Double? = nil
    ) {
        guard let (outcome, answer) = finished, let recording = open() else { return }
        var finished = HistoryRecording.Finished(
            request: request, outcome: outcome, started: started, ended: live.context.clock.now,
            task: decision.features.task, decision: decision, asked: asked, answer: answer, error: error)
        finished.fitsSchema = hasSchema && outcome.error == nil ? Self.fits(error) : nil
        finished.isExplored = decision.explores && outcome.target == decision.ranked.first?.row.name
        finished.risk = risk
        if let problem = recording.record(finished), notices.isVerbose {
            notices.line("not recorded: \(problem.message)")
        }
    }

    /// Whether a whole answer fits its schema; nil when something else went wrong with it, such as a full disk.
    static func fits(_ error: (any AI1Error)?) -> Bool? {
        guard let error else { return true }
        return (error as? CommandError)?.code == .mismatch ? false : nil
    }

    private func open() -> HistoryRecording? {
        recording.withLock { state in
            if case .done(let recording) = state { return recording }
            let opened = HistoryRecording.open(live, job: job, chat: chat) { problem in
                if notices.isVerbose { notices.line("not recorded: \(problem.message)") }
            }
            state = .done(opened)
            return opened
        }
    }
}
