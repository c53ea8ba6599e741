import AI1Core
import AI1Engine
import AI1History
import AI1Ledger
import AI1Settings
import AI1TestSupport
import Testing

@testable import AI1Commands

@Suite("What a request teaches")
struct EvidenceTests {
    private static let target = LogBench.mini
    private static let other = LogBench.sonnet
    private static let now = Timestamp(millisecondsSinceEpoch: 1_795_629_600_000)

    private static func finished(
        _ attempts: [AttemptRecord], target: TargetName? = target, bytes: Int = 10, first: Double? = 300,
        total: Double = 1_000, error: EngineError? = nil, fits: Bool? = nil
    ) -> HistoryRecording.Finished {
        let request = ChatRequest(
            id: RequestID(time: now, random: (1, 2)), system: "Be brief.", messages: [.user("why is the sky blue?")])
        var outcome = AskOutcome(requestID: request.id)
        outcome.target = target
        outcome.attempts = attempts
        outcome.textBytes = bytes
        outcome.firstTokenMilliseconds = first
        outcome.totalMilliseconds = total
        outcome.error = error
        outcome.finish = error == nil ? .stop : nil
        var finished = HistoryRecording.Finished(
            request: request, outcome: outcome, started: now, ended: now.advanced(byMilliseconds: 1_000), task: .chat)
        finished.fitsSchema = fits
        return finished
    }

    private static func attempt(
        _ target: TargetName = target, _ fault: FaultKind? = nil, _ milliseconds: Double = 990
    ) -> AttemptRecord {
        AttemptRecord(
            target: target, fault: fault.map { ProviderFault($0, message: "it failed") },
            usage: fault == nil ? TokenUsage(uncachedInput: 9, visibleOutput: 50) : nil,
            costPicoUSD: fault == nil ? 1_000_000 : nil, firstTokenMilliseconds: fault == nil ? 200 : nil,
            milliseconds: milliseconds)
    }

    private static func results(_ finished: HistoryRecording.Finished) -> [AttemptObservation.Result] {
        Evidence(finished).observations.map(\.result)
    }

    @Test("an answer counts for its target, and a failure before it against the other")
    func fallback() {
        let finished = Self.finished(
            [Self.attempt(Self.other, .serverError, 200), Self.attempt(Self.target, nil, 700)], first: 500)
        let evidence = Evidence(finished)
        #expect(evidence.observations.map(\.result) == [.failed, .succeeded])
        #expect(evidence.observations.map(\.target) == [Self.other, Self.target])
        #expect(evidence.observations[1].firstTokenMilliseconds == 200)
        #expect(evidence.observations[0].firstTokenMilliseconds == nil)
        #expect(evidence.observations[1].outputTokens == 50)
        #expect(evidence.signals.isEmpty)
    }

    @Test("what is no fault of the target's says nothing about it")
    func blameless() {
        let kinds: [FaultKind] = [
            .keyRefused, .quotaExhausted, .modelNotFound, .badRequest, .contextTooLong, .refusedLocally, .deadline,
        ]
        for kind in kinds {
            #expect(
                Self.results(Self.finished([Self.attempt(Self.target, kind)], target: nil, bytes: 0)) == [.cancelled])
        }
        let cancelled = EngineError(.cancelled, message: "cancelled")
        #expect(Self.results(Self.finished([Self.attempt()], error: cancelled)) == [.cancelled])
        let gone = EngineError(.readerGone, message: "gone")
        #expect(Self.results(Self.finished([Self.attempt()], error: gone)) == [.cancelled])
        // The one that lost against a faster one without being slow.
        #expect(Self.results(Self.finished([Self.attempt(Self.other), Self.attempt()])) == [.cancelled, .succeeded])
    }

    @Test("when nothing can be reached at all, it is this machine that is offline")
    func offline() {
        let all = Self.finished(
            [Self.attempt(Self.target, .unreachable), Self.attempt(Self.other, .unreachable)], target: nil, bytes: 0)
        #expect(Self.results(all) == [.cancelled, .cancelled])
        let one = Self.finished([Self.attempt(Self.other, .unreachable), Self.attempt()])
        #expect(Self.results(one) == [.failed, .succeeded])
    }

    @Test("a cut, a refusal and a mismatch speak against the answer, a match for it")
    func signals() {
        let cut = Evidence(
            Self.finished([Self.attempt(Self.target, .stalled)], error: EngineError(.cut, message: "cut")))
        #expect(cut.observations.map(\.result) == [.cut])
        #expect(cut.signals.map(\.source) == [.cut] && cut.signals[0].reward == 0)
        let refused = Evidence(Self.finished([Self.attempt()], error: EngineError(.filtered, message: "no")))
        #expect(refused.observations.map(\.result) == [.refused])
        #expect(refused.signals.map(\.source) == [.refused])
        let fits = Evidence(Self.finished([Self.attempt()], fits: true))
        #expect(fits.signals.map(\.source) == [.match] && fits.signals[0].reward == 1)
        let mismatch = Evidence(Self.finished([Self.attempt()], fits: false))
        #expect(mismatch.signals.map(\.source) == [.mismatch])
        // The disk was full: no word against the answer.
        let unwritten = Evidence(
            Self.finished([Self.attempt()], error: EngineError(.writeFailed, message: "full")))
        #expect(unwritten.signals.isEmpty && unwritten.observations.map(\.result) == [.cancelled])
    }

    private static func recording(_ bench: LogBench, interactive: Bool = true) -> HistoryRecording {
        HistoryRecording(
            store: bench.books.history, settings: bench.books.live.settings.history,
            calendar: LocalCalendar(offsetSeconds: 0), job: "brief", chat: nil, isInteractive: interactive,
            learnsQuality: true)
    }

    @Test("a request is recorded with all that became of it")
    func recording() throws {
        let bench = try LogBench()
        var finished = Self.finished([Self.attempt()])
        var answer = RecordingSink.Answer()
        answer.text = Array("Rayleigh.".utf8)
        answer.timing.add(bytes: 9, atMilliseconds: 300)
        finished.answer = answer
        finished.asked = "gpt"
        #expect(Self.recording(bench).record(finished) == nil)
        let entry = try bench.books.history.show(nil)
        #expect(entry.row.id == finished.request.id && entry.row.job == "brief" && entry.row.asked == "gpt")
        #expect(entry.row.state == .complete && entry.row.exit == 0)
        #expect(entry.content?.prompt == "why is the sky blue?" && entry.content?.system == "Be brief.")
        #expect(entry.content?.answer == answer.text)
        #expect(try bench.books.history.report(by: .day, days: [20_261_125], at: Self.now).rows.count == 1)
    }

    @Test("a stored answer that is printed again is no request")
    func replayed() throws {
        let bench = try LogBench()
        var finished = Self.finished([])
        finished.outcome.isReplayed = true
        #expect(Self.recording(bench).record(finished) == nil)
        #expect(try bench.books.history.count(HistoryFilter()) == 0)
    }

    @Test("a person who asks the same again within a minute was not content; a script means nothing by it")
    func retried() throws {
        for isInteractive in [true, false] {
            let bench = try LogBench()
            let recording = Self.recording(bench, interactive: isInteractive)
            #expect(recording.record(Self.finished([Self.attempt()])) == nil)
            var again = Self.finished([Self.attempt()])
            again.request.id = RequestID(time: Self.now, random: (3, 4))
            again.started = Self.now.advanced(byMilliseconds: 30_000)
            again.ended = again.started
            #expect(recording.record(again) == nil)
            let bad = try bench.books.history.snapshot(at: Self.now).byTarget[Self.target]?.bad ?? 0
            #expect(isInteractive ? bad > 0.29 : bad == 0)
        }
    }

    @Test("a history that cannot be written to is an error that is told, and nothing else")
    func unwritable() throws {
        let bench = try LogBench()
        let recording = Self.recording(bench)
        try bench.folder.write("data/history.db", "something else")
        try #require(bench.folder.read("data/history.db") != nil)
        // Either the store notices the change or its own log is still whole; never does it end the program.
        _ = recording.record(Self.finished([Self.attempt()]))
    }

    @Test("a decision is kept without the hundreds that only lack a key")
    func keptDecision() {
        let rejected =
            (0..<300).map { number -> JSONValue in ["target": .string("a/\(number)"), "reason": "no_key", "text": "x"] }
            + (0..<20).map { number -> JSONValue in ["target": .string("b/\(number)"), "reason": "window", "text": "x"]
            }
        let kept = KeptDecision.json([
            "v": 1, "ranked": .array([[:], [:]]), "rejected": .array(rejected), "summary": "so",
        ])
        #expect(kept["ranked"]?.array?.count == 2 && kept["more_ranked"]?.number?.int64 == 0)
        #expect(kept["rejected"]?.array?.count == 12 && kept["more_rejected"]?.number?.int64 == 308)
        #expect(kept["summary"]?.string == "so")
    }
}
