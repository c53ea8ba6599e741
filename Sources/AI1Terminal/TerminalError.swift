package import AI1Core

/// Why a person could not be asked.
package struct TerminalError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// Standard input or standard error is no terminal.
        case notATerminal
        /// The answer is longer than allowed.
        case tooLong
        /// The answer is not valid UTF-8.
        case notText
        /// No usable answer after several tries.
        case noAnswer
        /// Ctrl-C, SIGINT, or the task was cancelled.
        case interrupted
        /// SIGTERM, SIGHUP or SIGQUIT.
        case terminated
        /// The terminal refused to be read, written or set; the error number of the call.
        case system(Int32)
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let underlying: String?

    package init(_ code: Code, message: String, hint: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    package var kind: ErrorKind {
        switch code {
        case .notATerminal: .usage
        case .tooLong, .notText: .badData
        case .noAnswer: .declined
        case .interrupted: .interrupted
        case .terminated: .terminated
        case .system: .inputOutput
        }
    }
}
