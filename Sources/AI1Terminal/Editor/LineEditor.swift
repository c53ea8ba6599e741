internal import AI1Core
internal import CReadline

/// The line under edit and the rows above it, on the terminal's thread and nowhere else.
final class LineEditor {
    /// Rows that a screen has at least, for a terminal that does not say.
    static let standardRows = 24
    /// A text that comes into the line at once and has so many octets may be put on the shelf.
    static let suddenBytes = 1_000

    let options: SessionOptions
    let events: AsyncStream<EditorEvent>.Continuation
    let history: HistoryFile?
    var splitter = InputSplitter()
    var keys = KeyQueue()
    var shelf = PasteShelf()
    var painter: LivePainter
    /// The rows that may still change.
    var live: [String] = []
    var columns: Int
    var rows: Int
    var prompt: String
    var acceptedLines = AcceptedLines.kept
    /// The question that is asked now, and those that wait for it.
    var question: SessionJob.Question?
    var questions: [SessionJob.Question] = []
    /// The line that a question has put aside.
    var aside: (text: String, cursor: Int)?
    /// What the next line begins with.
    var nextLine: (text: String, cursor: Int)?
    /// Octets of the line when it was last drawn.
    var drawnBytes = 0
    var isSuspended = false
    var hasEnded = false

    /// - Throws: `TerminalError`
    init(_ options: SessionOptions, events: AsyncStream<EditorEvent>.Continuation) throws(TerminalError) {
        self.options = options
        self.events = events
        history = options.historyFile.map { HistoryFile(path: $0, limit: options.historyLimit) }
        prompt = PromptText.marked(options.prompt)
        let size = TerminalFacts.size(of: options.output)
        columns = size?.columns ?? 80
        rows = size?.rows ?? Self.standardRows
        painter = LivePainter(columns: columns, rows: rows)
        var owner = makeOwner()
        let code = ai1_readline_open(&owner, options.input, options.name, options.terminal)
        guard code == 0 else { throw LinePrompt.failure("set up the line editor", code) }
        ai1_readline_set_size(Int32(rows), Int32(columns))
        ai1_readline_limit_history(Int32(options.historyLimit))
        for entry in history?.load() ?? [] { ai1_readline_add_history(entry) }
    }

    func start() {
        ai1_readline_take()
        ai1_readline_start(prompt)
        flush()
    }

    /// Leaves the terminal as it was before, with the cursor at the beginning of a row.
    func end() {
        if !isSuspended { giveBack() }
        ai1_readline_close()
        question?.answer.resume(returning: nil)
        for waiting in questions { waiting.answer.resume(returning: nil) }
        question = nil
        questions = []
        events.finish()
    }

    /// Whether readline asks the terminal to mark pastes.
    var marksPastes: Bool { ai1_readline_brackets_pastes() != 0 }

    // MARK: - Drawing

    /// The line as it is now.
    var line: String { String(cString: ai1_readline_line()) }

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            ai1_readline_write(base.assumingMemoryBound(to: CChar.self), buffer.count)
        }
    }

    /// Writes everything gathered since the last time, at once, so that nothing flickers.
    func flush() {
        var count = 0
        let start = ai1_readline_output(&count)
        guard count > 0 else { return }
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        TerminalOutput.writeAll(bytes, to: options.output)
        ai1_readline_output_cut(0)
    }

    /// Takes the input off the screen, does something there, and draws the input below.
    func aboveInput(_ body: () -> Void) {
        ai1_readline_erase()
        body()
        ai1_readline_draw()
        fitPainter()
    }

    /// What brings rows to the screen; those that may change only where they can be erased again.
    func octets(for update: RowUpdate) -> [UInt8] {
        guard options.canRedraw else { return update.settled.flatMap { Array(($0 + "\r\n").utf8) } }
        live = update.live
        return painter.paint(update)
    }

    /// Draws the live rows again, below whatever came in between.
    func paintLive() { if !live.isEmpty { write(painter.paint(RowUpdate(live: live))) } }

    func eraseLive() { write(painter.erase()) }

    /// Tells the painter how much of the screen the input leaves. Where the input has grown, the topmost live rows have
    /// scrolled away, which the painter works out.
    func fitPainter() { painter.resized(columns: columns, rows: rows - Int(ai1_readline_rows()) + 1) }
}
