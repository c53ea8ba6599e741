import AI1Core
import AI1Engine
import AI1History
import AI1TestSupport
import Synchronization
import Testing

@testable import AI1Commands

@Suite("Answers that come again")
struct ReplayTests {
    private static func timing() -> StreamTiming {
        var timing = StreamTiming()
        timing.add(bytes: 3, atMilliseconds: 200)
        timing.add(bytes: 3, atMilliseconds: 201)
        timing.add(bytes: 4, atMilliseconds: 1_000)
        return timing
    }

    private static let answer = Array("0123456789".utf8)

    @Test(
        "an answer comes as it came, twice as fast, or at once",
        arguments: [(1, [200, 1, 799]), (2, [100, 400]), (0, [])] as [(Double, [Int64])])
    func pace(speed: Double, sleeps: [Int64]) async throws {
        let clock = TestClock(sleeping: .advances)
        let pieces = Mutex<[[UInt8]]>([])
        try await PacedAnswer(answer: Self.answer, timing: Self.timing(), speed: speed).play(clock) { piece in
            pieces.withLock { $0.append(piece) }
        }
        #expect(clock.sleeps == sleeps)
        #expect(pieces.withLock { $0.flatMap(\.self) } == Self.answer)
        #expect(pieces.withLock { $0.count } == (speed == 0 ? 1 : 3))
    }

    private final class Sink: AnswerSink {
        let text = Mutex<[UInt8]>([])
        func write(_ text: [UInt8]) throws { self.text.withLock { $0 += text } }
        func writeReasoning(_ text: [UInt8]) throws {}
        func notice(_ notice: AskNotice) {}
    }

    @Test("a sink that records passes everything on, and knows when it came")
    func recording() throws {
        let clock = TestClock()
        let next = Sink()
        let sink = RecordingSink(next, clock: clock)
        clock.advance(milliseconds: 40)
        try sink.write([1, 2])
        clock.advance(milliseconds: 5)
        try sink.write([3])
        #expect(next.text.withLock { $0 } == [1, 2, 3])
        #expect(sink.answer.text == [1, 2, 3])
        #expect(sink.answer.timing.pieces.map(\.waitMilliseconds) == [40, 5])
        try sink.write([UInt8](repeating: 7, count: HistoryFile.contentLimitBytes))
        #expect(sink.answer.text == nil)
        #expect(next.text.withLock { $0.count } == 3 + HistoryFile.contentLimitBytes)
    }

    @Test("a cassette answers the request that it was recorded for, whoever asks, and charges nothing")
    func cassette() async throws {
        let folder = try TemporaryFolder()
        let player = CassettePlayer(cassette: Cassette(path: folder.path("a.jsonl")), asked: nil)
        let clock = TestClock(sleeping: .advances)
        func request(_ text: String, _ number: UInt64) -> ChatRequest {
            ChatRequest(id: RequestID(time: clock.now, random: (number, number)), messages: [.user(text)])
        }
        var outcome = AskOutcome(requestID: request("hello", 1).id)
        outcome.target = LogBench.mini
        outcome.finish = .stop
        outcome.usage = TokenUsage(uncachedInput: 5, visibleOutput: 6)
        var answer = RecordingSink.Answer()
        answer.text = Self.answer
        answer.timing = Self.timing()
        try player.record(request("hello", 1), outcome, answer)
        // A failed answer is not worth playing.
        outcome.error = EngineError(.cut, message: "cut")
        try player.record(request("other", 2), outcome, answer)
        let again = request("hello", 3)
        let sink = Sink()
        let played = await player.play(
            try player.entry(for: again), again, speed: 1, clock: clock, sink)
        #expect(sink.text.withLock { $0 } == Self.answer)
        #expect(played.error == nil && played.isReplayed && played.settlement == nil && played.attempts.isEmpty)
        #expect(played.target == LogBench.mini && played.requestID == again.id && played.textBytes == 10)
        #expect(played.firstTokenMilliseconds == 200 && played.totalMilliseconds == 1_000)
        let error = #expect(throws: HistoryError.self) { try player.entry(for: request("other", 4)) }
        #expect(error?.code == .noMatch)
        var warmer = again
        warmer.options.temperature = JSONNumber("0.5")
        #expect(throws: HistoryError.self) { try player.entry(for: warmer) }
    }
}
