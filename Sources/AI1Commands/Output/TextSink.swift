internal import AI1Core
internal import AI1Engine
internal import Synchronization

/// Writes an answer's text as it comes: to a pipe byte for byte, to a terminal without control characters.
final class TextSink: AnswerSink {
    private struct State {
        var newlines = NewlineKeeper()
        var cleaner = TerminalCleaner()
    }

    private let output: OutputStream
    private let notices: NoticeWriter
    private let state = Mutex(State())

    init(output: OutputStream, notices: NoticeWriter) {
        self.output = output
        self.notices = notices
    }

    func write(_ text: [UInt8]) throws {
        notices.settle()
        try state.withLock { state in
            var bytes = text
            if output.isTerminal {
                bytes = []
                text.withUnsafeBytes { state.cleaner.feed($0, into: &bytes) }
            }
            try output.write(state.newlines.pass(bytes))
        }
    }

    func writeReasoning(_ text: [UInt8]) throws {}

    func notice(_ notice: AskNotice) { notices.show(notice) }

    /// Ends the answer with one newline.
    func finish() throws {
        notices.settle()
        try state.withLock { try output.write($0.newlines.finish()) }
    }
}
