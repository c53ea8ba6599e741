/// How a program is started.
package struct ProgramOptions: Sendable {
    /// What standard input is.
    package enum Input: Sendable, Hashable {
        /// `/dev/null`.
        case none
        /// A pipe that gives these octets and then ends.
        case bytes([UInt8])
        /// A pipe that stays open; `RunningProgram.write` and `closeInput` use it.
        case held
        /// A file by its path.
        case file(String)
        /// The terminal.
        case terminal
        /// No descriptor 0 at all.
        case closed
    }

    /// What standard output or standard error is.
    package enum Output: Sendable, Hashable {
        /// A pipe that is read and kept.
        case captured
        /// A pipe whose reader goes away after so many octets.
        case closedAfter(Int)
        /// A pipe that is read and only counted.
        case counted
        /// A file by its path, truncated.
        case file(String)
        /// The terminal.
        case terminal
        /// No descriptor at all.
        case closed
    }

    /// The whole environment: nothing else is inherited.
    package var environment: [String: String] = [:]
    package var input = Input.none
    package var output = Output.captured
    package var errors = Output.captured
    /// The working folder; nil for that of the tests.
    package var folder: String?
    /// The program is killed after so long.
    package var timeoutSeconds = 180
    /// Columns and rows of the terminal.
    package var terminalSize: (columns: UInt16, rows: UInt16) = (80, 24)

    package init() {}

    package init(environment: [String: String], input: Input = .none) {
        self.environment = environment
        self.input = input
    }
}

/// How a program ended and what it wrote.
package struct ProgramResult: Sendable {
    /// The exit status; nil when a signal ended it.
    package internal(set) var status: Int32?
    /// The signal that ended it.
    package internal(set) var signal: Int32?
    package internal(set) var timedOut = false
    package internal(set) var output: [UInt8] = []
    package internal(set) var errors: [UInt8] = []
    /// What came to the terminal.
    package internal(set) var terminal: [UInt8] = []
    /// Octets of standard output, kept or only counted.
    package internal(set) var outputCount = 0
    /// Largest resident memory in KiB.
    package internal(set) var peakKiB = 0

    package var outputText: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
    package var terminalText: String { String(decoding: terminal, as: UTF8.self) }
    /// The status as a shell shows it: 128 + signal after a signal.
    package var shellStatus: Int32 { status ?? 128 + (signal ?? 0) }
}
