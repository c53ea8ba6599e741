internal import AI1Core
internal import AI1Engine
internal import Synchronization

/// Passes the answer to a kept request on and remembers it, with what became of the request.
final class QueueTake: Sendable {
    private struct State {
        var outcome: AskOutcome?
        var text: [UInt8] = []
    }

    private let state = Mutex(State())

    /// What became of the request; nil as long as nobody has asked.
    var outcome: AskOutcome? { state.withLock { $0.outcome } }

    /// What has come of the answer.
    var text: [UInt8] { state.withLock { $0.text } }

    /// Asks, and remembers what passes to the sink.
    func asking(_ sink: any AnswerSink, _ ask: (any AnswerSink) async -> AskOutcome) async -> AskOutcome {
        let outcome = await ask(Remembering(next: sink, take: self))
        state.withLock { $0.outcome = outcome }
        return outcome
    }

    private struct Remembering: AnswerSink {
        let next: any AnswerSink
        let take: QueueTake

        func write(_ text: [UInt8]) throws {
            take.state.withLock { state in
                if state.text.count + text.count <= CollectingSink.limitBytes { state.text += text }
            }
            try next.write(text)
        }

        func writeReasoning(_ text: [UInt8]) throws { try next.writeReasoning(text) }

        func notice(_ notice: AskNotice) { next.notice(notice) }
    }
}
