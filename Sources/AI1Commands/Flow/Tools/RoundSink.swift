internal import AI1Core
internal import AI1Engine
internal import Synchronization

/// Passes the answers of several rounds on as one: what a model says before its calls and what it says after them are told
/// apart by a blank line.
final class RoundSink: AnswerSink {
    /// Text of one round that is kept for the next request; what is longer is cut there.
    private static let keptBytes = 8 << 20

    private struct State {
        var round: [UInt8] = []
        var hasEarlierText = false
        var lineEnds = 0
    }

    private let next: any AnswerSink
    private let state = Mutex(State())

    init(_ next: any AnswerSink) { self.next = next }

    func write(_ text: [UInt8]) throws {
        guard !text.isEmpty else { return }
        let separator = state.withLock { state -> [UInt8] in
            let isFirst = state.round.isEmpty
            let separator = isFirst && state.hasEarlierText ? max(0, 2 - state.lineEnds) : 0
            state.round.append(contentsOf: text.prefix(max(0, Self.keptBytes - state.round.count)))
            let ends = text.reversed().prefix { $0 == 0x0A }.count
            state.lineEnds = ends == text.count && !isFirst ? state.lineEnds + ends : ends
            return Array(repeating: 0x0A, count: separator)
        }
        if !separator.isEmpty { try next.write(separator) }
        try next.write(text)
    }

    func writeReasoning(_ text: [UInt8]) throws { try next.writeReasoning(text) }

    func notice(_ notice: AskNotice) { next.notice(notice) }

    /// The text of the round that is over; the next one begins.
    func endRound() -> String {
        (next as? MarkdownSink)?.endPart()
        return state.withLock { state in
            defer { state.round = [] }
            if !state.round.isEmpty { state.hasEarlierText = true }
            return String(decoding: state.round, as: UTF8.self)
        }
    }
}
