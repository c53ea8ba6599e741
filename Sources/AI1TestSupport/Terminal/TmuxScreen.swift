#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program on a terminal that a test types at and looks at: a tmux server of its own, without anybody's settings.
///
/// The server ends with the screen; any number may run at once.
package final class TmuxScreen: Sendable {
    /// How long something may take on a busy machine before a test gives up.
    package static let standardSeconds = 60

    private let folder: TemporaryFolder
    private let serverID: pid_t

    /// Starts a program.
    /// - Parameters:
    ///   - words: the program, by its path or by a name in /usr/bin, and its arguments
    ///   - environment: the whole environment but for LANG, TERM, PATH and HOME, which have values unless they are given here;
    ///     HOME is empty and the screen's own
    ///   - folder: the working folder
    /// - Throws: `ProgramError` when tmux is not there or does not start
    package init(
        _ words: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        folder workingFolder: String? = nil
    ) async throws {
        let folder = try TemporaryFolder()
        // Rows of the pane are rows of the window, and the last screen stays when the program has ended.
        let settings = """
            set -g status off
            set -g remain-on-exit on
            set -g history-limit 20000
            set -g default-terminal tmux-256color
            set -g set-clipboard on
            """
        try folder.write("settings", settings + "\n")
        try folder.makeFolder("home")
        var all = [
            "LANG": "C.UTF-8", "TERM": "tmux-256color", "PATH": Self.searchPath, "HOME": folder.path("home"),
        ]
        all.merge(environment) { $1 }
        let start = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        let variables = all.map { "\($0.key)=\($0.value)" }.sorted()
        let place = workingFolder.map { ["-c", $0] } ?? []
        let command = start + place + ["--", "/usr/bin/env", "-i"] + variables + words
        _ = try await Self.tmux(folder, ["-f", folder.path("settings")] + command)
        let answer = try await Self.tmux(folder, ["display-message", "-p", "#{pid}"])
        guard let serverID = pid_t(answer.prefix { $0 != "\n" }) else { throw ProgramError("tmux: \(answer)") }
        self.folder = folder
        self.serverID = serverID
    }

    /// The server's end hangs up the program's terminal.
    deinit { kill(serverID, SIGTERM) }

    // MARK: - Typing

    /// Presses keys by tmux's names, such as `Enter`, `C-c`, `M-Enter`, `BSpace`; what is no name is typed.
    package func send(_ keys: String...) async throws { _ = try await tmux(["send-keys", "--"] + keys) }

    /// Types a text as it is.
    package func type(_ text: String) async throws { _ = try await tmux(["send-keys", "-l", "--", text]) }

    /// Pastes a text, between marks when the program has asked for them (bracketed paste).
    package func paste(_ text: String) async throws {
        try folder.write("clipboard", text)
        _ = try await tmux(["load-buffer", folder.path("clipboard"), ";", "paste-buffer", "-p", "-r", "-d"])
    }

    /// Gives the terminal another size.
    package func resize(columns: Int, rows: Int) async throws {
        _ = try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    // MARK: - Looking

    /// The rows of the screen, without blanks at their ends and without empty rows at the end.
    /// - Parameter scrollback: with the rows that have scrolled away before them
    package func capture(scrollback: Bool = false) async throws -> [String] {
        let text = try await tmux(["capture-pane", "-p"] + (scrollback ? ["-S", "-"] : []))
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
            var row = row
            while row.last == " " { row.removeLast() }
            return String(row)
        }
        while rows.last?.isEmpty == true { rows.removeLast() }
        return rows
    }

    /// Where the cursor is, from 0.
    package func cursor() async throws -> (column: Int, row: Int) {
        let numbers = try await numbers("#{cursor_x} #{cursor_y}")
        guard numbers.count == 2 else { throw ProgramError("tmux tells no cursor") }
        return (numbers[0], numbers[1])
    }

    /// The exit status of the program; nil while it runs, and after a signal.
    package func exitStatus() async throws -> Int? {
        // tmux 3.3 does not notice the end of a program whose terminal is closed before.
        kill(serverID, SIGCHLD)
        let numbers = try await numbers("#{pane_dead} #{pane_dead_status}")
        return numbers.count == 2 && numbers[0] == 1 ? numbers[1] : nil
    }

    /// Looks again and again until the screen is as wanted.
    /// - Returns: the rows then
    /// - Throws: `ProgramError` with the last rows when the time is over
    @discardableResult
    package func wait(
        within seconds: Int = standardSeconds, scrollback: Bool = false, until isWanted: ([String]) -> Bool
    ) async throws -> [String] {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        while true {
            let rows = try await capture(scrollback: scrollback)
            if isWanted(rows) { return rows }
            guard clock.now < end else {
                throw ProgramError("not on the screen within \(seconds) s; it shows:\n" + rows.joined(separator: "\n"))
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Waits until a row is exactly this.
    @discardableResult
    package func wait(forRow row: String, within seconds: Int = standardSeconds) async throws -> [String] {
        try await wait(within: seconds) { $0.contains(row) }
    }

    /// Waits until the program has put this on the terminal's clipboard (OSC 52).
    package func wait(forClipboard text: String, within seconds: Int = standardSeconds) async throws {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        while clock.now < end {
            if let buffer = try? await tmux(["show-buffer"]), buffer == text { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw ProgramError("not on the clipboard within \(seconds) s")
    }

    /// Waits until the program has ended.
    /// - Returns: its exit status
    package func waitForExit(within seconds: Int = standardSeconds) async throws -> Int {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        while clock.now < end {
            if let status = try await exitStatus() { return status }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw ProgramError("the program has not ended within \(seconds) s")
    }

    // MARK: - tmux

    private static let searchPath = "/usr/local/bin:/usr/bin:/bin"

    private func numbers(_ format: String) async throws -> [Int] {
        try await tmux(["display-message", "-p", format]).split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    }

    private func tmux(_ words: [String]) async throws -> String { try await Self.tmux(folder, words) }

    private static func tmux(_ folder: TemporaryFolder, _ words: [String]) async throws -> String {
        let environment = ["LANG": "C.UTF-8", "PATH": searchPath, "HOME": folder.path, "TERM": "xterm-256color"]
        let result = try await Program.run(
            path: "/usr/bin/env", ["tmux", "-S", folder.path("socket")] + words,
            options: ProgramOptions(environment: environment))
        guard result.status == 0 else {
            throw ProgramError("tmux \(words.first ?? "") failed (it must be installed): \(result.errorText)")
        }
        return result.outputText
    }
}
