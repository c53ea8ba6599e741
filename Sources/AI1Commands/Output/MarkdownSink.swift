internal import AI1Core
internal import AI1Engine
internal import AI1Terminal
internal import Synchronization

/// Shows an answer as markdown while it comes: at most so often a second, so that a fast model costs no more than a slow one.
final class MarkdownSink: AnswerSink {
    /// Time between two updates of the screen.
    static let frameMilliseconds: Int64 = 33

    private struct State {
        var stream: MarkdownStream
        var hasText = false
        var isScheduled = false
        var lastShown: Int64?
        /// Words of reasoning that have come, while no text has.
        var reasoningBytes = 0
        var failure: (any Error)?
        var isOver = false
    }

    private let style: Style
    private let clock: any WallClock
    private let notices: NoticeWriter
    private let show: @Sendable (RowUpdate) throws -> Void
    /// Whether what is waited for is shown in the place of the answer.
    private let showsWaiting: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - columns: of the terminal
    ///   - showsWaiting: whether a row says what is waited for until the text begins
    ///   - show: puts rows on the screen
    init(
        columns: Int, style: Style, clock: any WallClock, notices: NoticeWriter, showsWaiting: Bool,
        show: @escaping @Sendable (RowUpdate) throws -> Void
    ) {
        self.style = style
        self.clock = clock
        self.notices = notices
        self.showsWaiting = showsWaiting
        self.show = show
        state = Mutex(State(stream: MarkdownStream(columns: columns, style: style)))
    }

    func write(_ text: [UInt8]) throws {
        notices.settle()
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            state.hasText = true
            text.withUnsafeBytes { state.stream.feed($0) }
            try showSoon(&state)
        }
    }

    func writeReasoning(_ text: [UInt8]) throws {
        guard showsWaiting else { return }
        state.withLock { state in
            state.reasoningBytes += text.count
            guard !state.hasText, isDue(state) else { return }
            state.lastShown = clock.monotonicNanoseconds
            try? show(
                RowUpdate(live: [style.dim("thinking, \(grouped(Int64(state.reasoningBytes))) characters so far")]))
        }
    }

    func notice(_ notice: AskNotice) {
        guard showsWaiting, case .started(let target) = notice else { return notices.show(notice) }
        let name = TerminalCleaner.cleanLine(target.description, limit: 60)
        state.withLock { state in
            guard !state.hasText else { return }
            try? show(RowUpdate(live: [style.dim("waiting for \(name)")]))
        }
    }

    /// The terminal has another width.
    func resize(columns: Int) {
        state.withLock { state in
            state.stream.resize(columns: columns)
            try? showSoon(&state)
        }
    }

    /// All that has come so far is shown for good, and more of the answer may follow: the terminal is free for a question.
    func endPart() {
        notices.settle()
        state.withLock { state in
            guard !state.isOver, state.hasText else { return }
            do { try show(state.stream.finish()) } catch { state.failure = error }
        }
    }

    /// Ends the answer: all of it is shown for good.
    /// - Throws: what writing to the screen threw
    func finish() throws {
        notices.settle()
        try state.withLock { state in
            guard !state.isOver else { return }
            state.isOver = true
            if let failure = state.failure { throw failure }
            try show(state.stream.finish())
        }
    }

    private func isDue(_ state: State) -> Bool {
        guard let last = state.lastShown else { return true }
        return clock.monotonicNanoseconds - last >= Self.frameMilliseconds * 1_000_000
    }

    private func showSoon(_ state: inout State) throws {
        guard !state.isOver, !state.isScheduled else { return }
        if isDue(state) { return try showNow(&state) }
        state.isScheduled = true
        Task {
            try? await clock.sleep(milliseconds: Self.frameMilliseconds)
            self.state.withLock { state in
                state.isScheduled = false
                guard !state.isOver else { return }
                do { try showNow(&state) } catch { state.failure = error }
            }
        }
    }

    private func showNow(_ state: inout State) throws {
        state.lastShown = clock.monotonicNanoseconds
        try show(state.stream.update())
    }
}
