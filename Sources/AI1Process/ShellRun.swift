#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Runs a command of the user's in the foreground of the terminal, as their shell would: with the three standard streams, the
/// whole environment, the working folder, and a process group of its own, so that Ctrl-C and Ctrl-Z are for it and not for us.
/// Nothing else is inherited: no other descriptor, no blocked or ignored signal of ours.
package struct ShellRun: Sendable {
    /// The shell where the user names none that is there.
    package static let standardShell = "/bin/sh"
    /// Stopped more often than this, a child is not looked after any more.
    private static let maximumStops = 1_000

    private let shell: String

    /// - Parameter shell: the program that gets the command after `-c`
    package init(shell: String) { self.shell = shell }

    /// The user's own shell: `SHELL` when it is an absolute path to a program, else `/bin/sh`.
    package static func shell(of environment: [String: String]) -> String {
        guard let named = environment["SHELL"], named.hasPrefix("/"), access(named, X_OK) == 0 else { return standardShell }
        return named
    }

    /// Runs a command to its end, and blocks its thread as long as a question would. Cancelling the task ends the command's
    /// process group by SIGTERM.
    /// - Parameters:
    ///   - command: handed to the shell as it is
    ///   - arguments: `$1` and so on
    /// - Returns: its exit status; 128 and the signal's number when a signal ended it
    /// - Throws: `ProcessError` of code `notStarted`, also where there is no terminal with us in its foreground;
    ///   `CancellationError`
    package func run(_ command: String, arguments: [String] = []) async throws -> Int32 {
        guard let terminal = Terminal() else {
            throw ProcessError(
                .notStarted, "a command is only run in the foreground of a terminal", hint: "copy it, and run it by hand")
        }
        try Task.checkCancellation()
        let modes = TerminalModes()
        ChildSpawn.closeOnExec()
        // A command that begins with '-' is not to be taken for an option.
        let text = command.hasPrefix("-") ? " " + command : command
        let child = try ChildSpawn.start(shell, [shell, "-c", text] + (arguments.isEmpty ? [] : [shell] + arguments))
        terminal.lend(to: child)
        let status = await withTaskCancellationHandler {
            Self.end(of: child, terminal, modes)
        } onCancel: {
            kill(-child, SIGTERM)
            kill(-child, SIGCONT)
        }
        terminal.takeBack(from: child)
        let signal = status & 0x7F
        if signal != 0 { modes?.restore() }
        try Task.checkCancellation()
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Waits for the end. When the child is stopped, we stop too, so that the shell above us gets its terminal; when that shell
    /// lets us go on, so does the child.
    private static func end(of child: pid_t, _ terminal: Terminal, _ modes: TerminalModes?) -> Int32 {
        var status: Int32 = 0
        var stops = 0
        while true {
            guard waitpid(child, &status, stops < maximumStops ? WUNTRACED : 0) == child else {
                if errno == EINTR { continue }
                return 0xFF << 8
            }
            guard status & 0xFF == 0x7F else { return status }
            stops += 1
            let signal = (status >> 8) & 0xFF
            let asked = signal == SIGTTIN || signal == SIGTTOU
            // It asked for the terminal in the background, and we have been brought back since.
            if !(asked && terminal.isOurs) {
                let childModes = TerminalModes()
                terminal.takeBack(from: child)
                modes?.restore()
                // To this thread, so that it has happened when the call returns. Where no shell could wake us, nothing happens.
                raise(SIGTSTP)
                if terminal.isOurs { childModes?.restore() }
            }
            if terminal.isOurs { terminal.lend(to: child) } else { kill(-child, SIGCONT) }
        }
    }
}
