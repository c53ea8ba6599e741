/// Runs a shell command of the user's own and returns what it printed.
package protocol CommandRunner: Sendable {
    /// Runs a command until it ends. Cancelling the task kills it and everything it started.
    /// - Throws: an `AI1Error` of kind `tryLater` when it did not end in time, `badData` when it printed too much,
    ///   `internalError` when it could not be started; `CancellationError`
    func run(_ command: ShellCommand) async throws -> CommandResult
}

/// A command line for `/bin/sh -c`, and its bounds.
package struct ShellCommand: Sendable, Hashable {
    package var line: String
    package var timeoutMilliseconds: Int64
    /// The most that it may print on its standard output.
    package var outputLimitBytes: Int
    /// Whether it may use the terminal to ask the user something.
    package var isInteractive: Bool

    package init(
        line: String, timeoutMilliseconds: Int64 = 10_000, outputLimitBytes: Int = 64 << 10, isInteractive: Bool = false
    ) {
        self.line = line
        self.timeoutMilliseconds = timeoutMilliseconds
        self.outputLimitBytes = outputLimitBytes
        self.isInteractive = isInteractive
    }
}

/// How a command ended, and what it printed on its standard output.
package struct CommandResult: Sendable, Hashable {
    package enum End: Sendable, Hashable {
        case exited(code: Int32)
        case signalled(number: Int32)
    }

    package var end: End
    package var output: [UInt8]

    package init(end: End, output: [UInt8]) {
        self.end = end
        self.output = output
    }

    /// Whether it ended with exit code 0.
    package var succeeded: Bool { end == .exited(code: 0) }
}
