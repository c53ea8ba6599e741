package import AI1Core

/// A failure of a child process.
package struct ProcessError: AI1Error, Hashable {
    /// What exactly failed.
    package enum Code: Sendable, Hashable, CaseIterable {
        /// It could not be started.
        case notStarted
        /// It did not end in time and was killed.
        case timedOut
        /// It printed more than its bound and was killed.
        case tooMuchOutput
        /// Talking to it failed.
        case broken
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let underlying: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    package var kind: ErrorKind {
        switch code {
        case .notStarted, .broken: .internalError
        case .timedOut: .tryLater
        case .tooMuchOutput: .badData
        }
    }
}
