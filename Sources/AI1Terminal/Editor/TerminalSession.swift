internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A prompt that can be used while rows appear above it: GNU readline and everything that is written to the terminal live
/// on one thread of their own, which takes jobs from here and tells events. There is one session in a process at a time.
///
/// SIGINT, SIGTSTP and SIGWINCH are the program's to receive; it calls `interrupt`, `stopForJobControl` and
/// `windowChanged`. Input is UTF-8 whatever the locale says.
package final class TerminalSession: Sendable {
    /// Events that wait at most; a line beyond goes back into the prompt.
    package static let maximumEvents = 256
    /// How long `close` waits for a terminal that takes nothing.
    private static let closeMilliseconds: Int32 = 2_000

    /// What the person does. One reader.
    package let events: AsyncStream<EditorEvent>

    let queue: SessionQueue
    private let finished: WakePipe
    private let output: Int32
    private let input: Int32
    private let settings: termios

    /// Shows the prompt.
    /// - Throws: `TerminalError`: no terminal, another session, no thread left
    package init(_ options: SessionOptions) throws(TerminalError) {
        var settings = termios()
        guard isatty(options.output) == 1, tcgetattr(options.input, &settings) == 0 else {
            throw TerminalError(.notATerminal, message: "a prompt needs a terminal as standard input and output")
        }
        self.settings = settings
        input = options.input
        output = options.output
        let pipe = try WakePipe()
        let queue = SessionQueue(pipe: pipe)
        let finished = try WakePipe()
        let (events, continuation) = AsyncStream.makeStream(
            of: EditorEvent.self, bufferingPolicy: .bufferingOldest(Self.maximumEvents))
        self.events = events
        self.queue = queue
        self.finished = finished
        let start = Start(isDone: try WakePipe())
        let thread = OwnThread {
            do throws(TerminalError) {
                let editor = try LineEditor(options, events: continuation)
                start.isDone.wake()
                EditorLoop(editor, options: options, queue: queue, pipe: pipe).run()
            } catch {
                queue.close()
                start.error.withLock { $0 = error }
                start.isDone.wake()
            }
            queue.abandon()
            finished.wake()
        }
        guard thread != nil else { throw TerminalError(.system(EAGAIN), message: "no thread is left for the terminal") }
        _ = KeyQueue.isReadable(start.isDone.reading, milliseconds: -1)
        if let error = start.error.withLock({ $0 }) { throw error }
    }

    deinit { queue.close() }

    /// How the thread began.
    private final class Start: Sendable {
        let isDone: WakePipe
        let error = Mutex<TerminalError?>(nil)
        init(isDone: WakePipe) { self.isDone = isDone }
    }

    // MARK: - Rows

    /// Shows rows above the prompt. Waits while thousands of earlier ones are not on the screen yet.
    package func show(_ update: RowUpdate) async { await queue.postRows(update) }

    /// Adds rows above the prompt and above the live rows, which stay.
    package func print(_ rows: [String]) async { await queue.postRows(rows) }

    /// What becomes of the rows of accepted lines from now on.
    package func setAcceptedLines(_ choice: AcceptedLines) { queue.post(.acceptedLines(choice)) }

    // MARK: - The line

    /// - Parameter text: on one line; may be styled by SGR
    package func setPrompt(_ text: String) { queue.post(.prompt(text)) }

    /// Replaces the line under edit, for what comes from an editor or was taken back.
    package func setText(_ text: String) { queue.post(.text(text)) }

    /// Puts an entry into the history and its file, unless it is the last one there.
    package func addHistory(_ entry: String) { queue.post(.remember(entry)) }

    /// Asks with a prompt of its own; the line under edit is put aside and comes back. Several questions wait for each other.
    /// - Parameter question: on one line; may be styled by SGR
    /// - Returns: nil after Ctrl-C or Ctrl-D, when the session ends, and when the task is cancelled
    package func ask(_ question: String) async -> String? {
        let id = queue.number()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.post(.ask(SessionJob.Question(id: id, text: question, answer: continuation)))
                if Task.isCancelled { queue.post(.withdraw(id)) }
            }
        } onCancel: {
            queue.post(.withdraw(id))
        }
    }

    // MARK: - Signals

    /// What Ctrl-C does at the prompt: the line is cleared and forgotten, a question is answered by nil.
    package func interrupt() { queue.post(.interrupt) }

    /// What Ctrl-Z does: the terminal is given back and the process stops; when it goes on, the prompt is drawn again.
    package func stopForJobControl() { queue.post(.stop) }

    /// The terminal may have another size.
    package func windowChanged() { queue.post(.windowChanged) }

    // MARK: - The terminal for others

    /// Gives the terminal back as it was, for a child; returns when that has happened. Until `resume` nothing is read or
    /// written; rows that come meanwhile wait.
    package func suspend() async {
        await withCheckedContinuation { queue.post(.suspend($0)) }
    }

    /// Takes the terminal again and shows the prompt with the line that stood there.
    package func resume() { queue.post(.resume) }

    /// Ends the session with the terminal exactly as before. May be called from any thread, and more than once.
    package func close() {
        queue.close()
        guard !KeyQueue.isReadable(finished.reading, milliseconds: Self.closeMilliseconds) else { return }
        restoreNow()
    }

    /// Restores the terminal without waiting for anything, for a process that must end at once.
    package func restoreNow() {
        var settings = settings
        tcsetattr(input, TCSANOW, &settings)
        // Bracketed paste off (DECRST 2004).
        TerminalOutput.write("\u{1B}[?2004l\r", to: output)
    }
}
