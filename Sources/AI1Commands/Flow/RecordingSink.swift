internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import Synchronization

/// Passes an answer on and remembers it, with when which part came: for the history and for cassettes.
final class RecordingSink: AnswerSink {
    /// What came.
    struct Answer: Sendable, Hashable {
        /// Octet for octet; nil when it was too long to be kept.
        var text: [UInt8]? = []
        var timing = StreamTiming()
    }

    private let next: any AnswerSink
    private let clock: any WallClock
    private let startNanoseconds: Int64
    private let state = Mutex(Answer())

    /// - Parameters:
    ///   - next: who gets the answer
    ///   - clock: the request begins when the sink is made
    init(_ next: any AnswerSink, clock: any WallClock) {
        self.next = next
        self.clock = clock
        startNanoseconds = clock.monotonicNanoseconds
    }

    func write(_ text: [UInt8]) throws {
        let milliseconds = (clock.monotonicNanoseconds - startNanoseconds) / 1_000_000
        state.withLock { answer in
            guard let kept = answer.text?.count else { return }
            if kept + text.count > HistoryFile.contentLimitBytes {
                answer.text = nil
                answer.timing = StreamTiming()
            } else {
                answer.text?.append(contentsOf: text)
                answer.timing.add(bytes: text.count, atMilliseconds: milliseconds)
            }
        }
        try next.write(text)
    }

    func writeReasoning(_ text: [UInt8]) throws { try next.writeReasoning(text) }

    func notice(_ notice: AskNotice) { next.notice(notice) }

    /// What has come so far.
    var answer: Answer { state.withLock { $0 } }
}
