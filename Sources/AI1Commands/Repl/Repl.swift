internal import AI1Conversations
internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// `ai1` alone on a terminal: a place to stay in. One line is worked on at a time; lines that are typed meanwhile wait for their
/// turn, and Ctrl-C stops what is under way.
struct Repl {
    /// Ctrl-C twice within this time leaves.
    static let leaveMilliseconds: Int64 = 1_000
    /// Lines that may wait.
    private static let longestQueue = 100

    private let desk: ReplDesk
    private let events: AsyncStream<ReplEvent>
    private let post: AsyncStream<ReplEvent>.Continuation
    private let clock: any WallClock
    private var state: ReplState

    /// - Throws: `TerminalError` when the terminal cannot be used; `SettingsError`
    init(_ live: Composition) throws {
        let context = live.context
        clock = context.clock
        (events, post) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1_000))
        let chats = ChatBook(live)
        let chat = chats.store.draft()
        let ledger = try? live.openLedger()
        state = ReplState(chat: chat, free: ReplPrompt.free(ledger))
        let style = Style(hasColor: live.outputFacts.hasColor)
        let completion = ReplCompletion(live: live, chats: chats)
        let screen = try TerminalSession(
            Self.options(
                live, ReplPrompt(live, state).text(columns: live.outputFacts.columns ?? 80, style: style), completion))
        desk = ReplDesk(live: live, screen: screen, chats: chats, ledger: ledger, style: style)
    }

    private static func options(_ live: Composition, _ prompt: String, _ completion: ReplCompletion) -> SessionOptions {
        var options = SessionOptions(
            terminal: live.context.environment["TERM"] ?? "", canRedraw: live.outputFacts.canRedraw)
        options.prompt = prompt
        options.busyPrompt = ReplPrompt.busy(style: Style(hasColor: live.outputFacts.hasColor))
        options.historyFile = ReplHistory.file(live)
        options.complete = { completion.candidates(for: $0) }
        options.input = live.context.input
        options.output = live.context.output.descriptor
        return options
    }

    /// Runs until the user leaves.
    /// - Returns: the program's exit code
    mutating func run() async -> Int32 {
        let (screen, post) = (desk.screen, post)
        let forwarding = Task {
            for await event in screen.events {
                switch event {
                case .line(let line): post.yield(.line(line))
                case .interrupt: post.yield(.interrupt)
                case .endOfInput: post.yield(.endOfInput)
                case .editorRequested(let text): post.yield(.editorRequested(text))
                case .resized(let columns, _): post.yield(.resized(columns: columns))
                }
            }
            post.yield(.endOfInput)
        }
        desk.context.signals.take { signal in
            switch signal {
            case .interrupt: post.yield(.interrupt)
            case .stop: screen.stopForJobControl()
            case .windowChange: screen.windowChanged()
            }
        }
        greet()
        let code = await loop()
        desk.context.signals.take(nil)
        forwarding.cancel()
        await desk.tools.stop()
        screen.close()
        return code
    }

    private func greet() {
        desk.note("ai1 \(Version.text) · /help lists the commands, Ctrl-D leaves")
        guard desk.context.errors.isTerminal, desk.live.takeGrantNews() else { return }
        desk.note("500 promo credits to start with; /credits shows them")
    }

    private mutating func loop() async -> Int32 {
        var work: Task<Void, Never>?
        var waiting: [String] = []
        var lastInterrupt: Int64?
        var isLeaving = false
        for await event in events {
            switch event {
            case .line(let line):
                if work == nil {
                    work = start(line)
                } else if waiting.count < Self.longestQueue {
                    waiting.append(line)
                }
            case .done(let state):
                self.state = state
                work = nil
                if isLeaving || Task.isCancelled { return ExitStatus(.interrupted).code }
                if let code = state.exitCode { return code }
                if waiting.isEmpty {
                    showPrompt()
                } else {
                    let next = waiting.removeFirst()
                    // It was taken off the screen when it was entered.
                    desk.screen.put(desk.rows("› " + next))
                    work = start(next)
                }
            case .interrupt:
                let now = clock.monotonicNanoseconds / 1_000_000
                let isSecond = lastInterrupt.map { now - $0 <= Self.leaveMilliseconds } ?? false
                lastInterrupt = now
                waiting = []
                if isSecond, work == nil { return ExitStatus(.interrupted).code }
                isLeaving = isSecond
                if let work { work.cancel() } else { desk.screen.interrupt() }
            case .endOfInput:
                guard let running = work else { return 0 }
                // What is under way is stopped and booked first.
                state.exitCode = 0
                isLeaving = false
                running.cancel()
                await running.value
                return 0
            case .editorRequested(let text):
                guard work == nil else { continue }
                await edit(text)
            case .resized(let columns):
                desk.answer.resize(columns: columns)
                if work == nil { showPrompt() }
            }
        }
        return ExitStatus(.terminated).code
    }

    /// Begins to work on a line.
    private func start(_ line: String) -> Task<Void, Never> {
        let (desk, post, before) = (desk, post, state)
        desk.screen.setAcceptedLines(.erased)
        desk.screen.setPrompt(ReplPrompt.busy(style: desk.style))
        return Task {
            var state = before
            await ReplWork(desk: desk).handle(line, &state)
            post.yield(.done(state))
        }
    }

    private func showPrompt() {
        desk.screen.setAcceptedLines(.kept)
        desk.screen.setPrompt(
            ReplPrompt(desk.live, state).text(columns: desk.columns, style: desk.style))
    }

    /// Opens the line in the user's editor, and takes over what it left.
    private func edit(_ text: String) async {
        do {
            try await desk.edit(text)
        } catch let error as any AI1Error {
            desk.tell(error)
        } catch {
            desk.note("\(error)")
        }
    }
}
