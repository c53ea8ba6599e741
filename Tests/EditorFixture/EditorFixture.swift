import AI1Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A small program around the line editor, for tests that type at it: shows every event as a row, and does what a few
/// lines say.
@main
struct EditorFixture {
    let session: TerminalSession

    static func main() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH] { sigaddset(&signals, number) }
        // Before any thread is there, so that all inherit it.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        do {
            let session = try TerminalSession(options())
            // The main thread is busy with signals.
            Task { @concurrent in
                await EditorFixture(session: session).run()
                session.close()
                print("bye")
                exit(0)
            }
            receive(signals, for: session)
        } catch {
            print(error.message)
            exit(1)
        }
    }

    /// Receives signals for the rest of the program's life.
    private static func receive(_ signals: sigset_t, for session: TerminalSession) -> Never {
        var signals = signals
        while true {
            var number: Int32 = 0
            guard sigwait(&signals, &number) == 0 else { continue }
            switch number {
            case SIGINT: session.interrupt()
            case SIGTSTP: session.stopForJobControl()
            case SIGWINCH: session.windowChanged()
            default:
                session.close()
                exit(128 + number)
            }
        }
    }

    private static func options() -> SessionOptions {
        let terminal = variable("TERM") ?? ""
        var options = SessionOptions(terminal: terminal, canRedraw: terminal != "dumb" && !terminal.isEmpty)
        options.prompt = variable("FIXTURE_PROMPT") ?? "\u{1B}[1mask\u{1B}[0m › "
        options.historyFile = variable("FIXTURE_HISTORY")
        options.complete = { request in
            let names =
                request.before.isEmpty
                ? ["/help", "/model", "/mode", "/quit"] : ["alpha", "alphabet", "src/", "größe"]
            return names.filter { $0.hasPrefix(request.word) }
        }
        return options
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private func run() async {
        for await event in session.events {
            switch event {
            case .line("quit"): return
            case .line(let text): await perform(text)
            case .interrupt: session.interrupt()
            case .endOfInput: return
            case .editorRequested(let text):
                await show("editor: \(shown(text))")
                session.setText("edited " + text)
            case .resized(let columns, let rows): await show("size: \(columns)x\(rows)")
            }
        }
    }

    private func perform(_ text: String) async {
        let words = text.split(separator: " ")
        switch words.first {
        case "stream" where words.count == 3: stream(count: Int(words[1]) ?? 1, aSecond: Int(words[2]) ?? 1)
        case "ask": askLater(seconds: 0)
        case "live": await session.show(RowUpdate(settled: ["settled"], live: ["live one", "live two"]))
        case "later" where words.count == 2: askLater(seconds: Int(words[1]) ?? 1)
        case "child": await runChild()
        case "prompt" where words.count == 2: session.setPrompt("\(words[1])> ")
        default: await show("line: \(shown(text))")
        }
    }

    /// Text on one row: its line ends as `|`, a long one by its numbers.
    private func shown(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.count > 60 else { return lines.joined(separator: "|") }
        let last = String(lines.last ?? "").suffix(20)
        return "\(text.count) characters, \(lines.count) lines, \(lines[0].prefix(20)) to \(last)"
    }

    private func show(_ row: String) async { await session.print([row]) }

    /// An answer that comes by and by: rows that settle, and two that change.
    private func stream(count: Int, aSecond: Int) {
        session.setAcceptedLines(.erased)
        Task {
            for number in 1...count {
                await session.show(
                    RowUpdate(
                        settled: number % 3 == 0 ? ["row \(number) of \(count)"] : [],
                        live: ["now \(number)", String(repeating: "~", count: number % 30)]))
                try? await Task.sleep(for: .microseconds(1_000_000 / aSecond))
            }
            await session.show(RowUpdate(settled: ["streamed \(count)"]))
            session.setAcceptedLines(.kept)
        }
    }

    private func askLater(seconds: Int) {
        Task {
            try? await Task.sleep(for: .seconds(seconds))
            await show("answer: \(await session.ask("Sure? ") ?? "none")")
        }
    }

    private func runChild() async {
        await session.suspend()
        system("stty -a | grep -o -e '-*icanon' -e '-*echo ' | tr '\\n' ' '; read word; echo \"child read $word\"")
        session.resume()
    }
}
