internal import AI1Core
internal import AI1Engine
internal import Synchronization

/// Keeps an answer in memory until it is complete, for what needs it whole: `--json`, `--schema`, `--extract`.
final class CollectingSink: AnswerSink {
    /// The largest answer that is kept, in octets.
    static let limitBytes = 64 * 1_048_576

    private struct State {
        var text: [UInt8] = []
        var reasoning: [UInt8] = []
    }

    private let notices: NoticeWriter
    private let state = Mutex(State())

    init(notices: NoticeWriter) { self.notices = notices }

    func write(_ text: [UInt8]) throws {
        try state.withLock { state in
            guard state.text.count + text.count <= Self.limitBytes else {
                throw CommandError(
                    .mismatch, message: "the answer is larger than \(Self.limitBytes / 1_048_576) MiB",
                    hint: "print it as it comes: leave out --json, --schema and --extract")
            }
            state.text.append(contentsOf: text)
        }
    }

    func writeReasoning(_ text: [UInt8]) throws {
        state.withLock { if $0.reasoning.count < Self.limitBytes { $0.reasoning.append(contentsOf: text) } }
    }

    func notice(_ notice: AskNotice) { notices.show(notice) }

    /// What has come so far.
    var text: [UInt8] { state.withLock { $0.text } }

    /// The reasoning that the provider showed.
    var reasoning: [UInt8] { state.withLock { $0.reasoning } }
}
