internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal
internal import ArgumentParser
internal import Synchronization

/// What the commands of a REPL work with: the screen, the books, the program's other commands.
struct ReplDesk: Sendable {
    let live: Composition
    let screen: TerminalSession
    let chats: ChatBook
    /// Pays for everything of the session; nil when there is none, and only the sandbox can be asked.
    let ledger: SQLiteLedger?
    let style: Style
    let tools = ReplTools()
    /// The answer on its way, which follows the width of the terminal.
    let answer = ReplAnswerSlot()

    var context: CommandContext { live.context }

    /// Of the terminal as it is now.
    var columns: Int { TerminalFacts.columns(of: context.output.descriptor) ?? live.outputFacts.columns ?? 80 }

    /// Notices about a request, as rows of the screen.
    var notices: NoticeWriter {
        let screen = screen
        return NoticeWriter(
            errors: context.errors, style: style, isQuiet: live.settings.quiet.value, isVerbose: false, spinner: nil,
            screen: { screen.put([$0]) })
    }

    /// A line of ours.
    func say(_ text: String) { screen.put(rows(text)) }

    /// A line of detail.
    func note(_ text: String) { screen.put(rows(text).map(style.dim)) }

    /// An error as every command tells it.
    func tell(_ error: any AI1Error) {
        for (index, line) in ErrorReport.lines(error, verbose: false).enumerated() {
            screen.put(rows(line).map { index == 0 ? style.red($0) : style.dim($0) })
        }
    }

    /// A text of ours as rows: wrapped by words, cleaned, at most as wide as the terminal.
    func rows(_ text: String) -> [String] {
        WrappedText.lines(TerminalCleaner.clean(text), width: max(1, columns - 1))
    }

    /// Rows that another command printed; those that are too wide and carry no colour are wrapped by words.
    func fitted(_ rows: [String]) -> [String] {
        let width = max(1, columns - 1)
        return rows.flatMap { row in
            row.contains("\u{1B}") || DisplayWidth.columns(row) <= width ? [row] : WrappedText.lines(row, width: width)
        }
    }

    /// Asks for a word; nil when the user wants to give none.
    func ask(_ question: String) async -> String? { await screen.ask(question) }

    /// Opens a text in the user's editor, and puts what it left into the line.
    /// - Throws: `ProcessError`, `SettingsError`, `CommandError`
    func edit(_ text: String) async throws {
        await screen.suspend()
        let edited: String?
        do {
            defer { screen.resume() }
            edited = try await ReplShell(desk: self).editor(suffix: ".md").edit(text)
        }
        screen.setText(edited ?? text)
    }

    /// Asks whether something is to be done; no without a clear yes.
    func confirm(_ question: String) async -> Bool {
        let answer = await ask("\(question) [y/N] ")?.trimmingBlanks.lowercased()
        return answer == "y" || answer == "yes"
    }

    /// What may be shown where a report is put together.
    var reportFacts: StreamFacts {
        StreamFacts(isTerminal: true, columns: columns - 1, hasColor: style.hasColor, canRedraw: false)
    }

    /// Runs another of the program's commands and shows what it prints.
    func run(_ words: [String]) async throws {
        let output = try CapturedOutput()
        let errors = try CapturedOutput()
        var context = context
        context.output = output.stream
        context.errors = errors.stream
        context.inputIsTerminal = false
        context.environment["COLUMNS"] = String(max(20, columns - 1))
        var failure: (any Error)?
        do {
            try CommandNames.check(words)
            guard let command = try AI1Command.parseAsRoot(words) as? any ContextCommand else { return }
            try await command.run(context)
        } catch {
            failure = error
        }
        screen.put(fitted(try output.lines()) + fitted(try errors.lines()).map(style.dim))
        guard let failure else { return }
        if let error = failure as? any AI1Error { return tell(error) }
        if failure is CancellationError { return }
        for line in AI1Command.message(for: failure).split(separator: "\n") { note(String(line)) }
    }
}

/// Which answer is on the screen now.
final class ReplAnswerSlot: Sendable {
    private let sink = Mutex<MarkdownSink?>(nil)

    func set(_ sink: MarkdownSink?) { self.sink.withLock { $0 = sink } }

    func resize(columns: Int) { sink.withLock { $0 }?.resize(columns: columns) }
}
