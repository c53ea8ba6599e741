package import AI1Core

/// A failure of a tool, of the server that has it, or of the rounds in which a model calls tools.
package struct ToolError: AI1Error, Hashable {
    /// What exactly failed.
    package enum Code: Sendable, Hashable, CaseIterable {
        /// The server could not be started, or did not get ready.
        case notStarted
        /// It did not answer in time.
        case timedOut
        /// It ended while it was needed.
        case died
        /// It broke the protocol, or flooded.
        case protocolBroken
        /// It answered with an error of the protocol.
        case refused
        /// There is no such server or tool, or none could be reached.
        case unknown
        /// The tool is not what it was when it was offered.
        case changed
        /// The user left the question.
        case declined
        /// The model still calls tools after the last round.
        case tooManyRounds
        /// The call was cancelled.
        case cancelled
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
        case .notStarted, .died, .refused, .changed: .unavailable
        case .timedOut: .tryLater
        case .protocolBroken: .protocolFailure
        case .unknown: .configuration
        case .declined: .declined
        case .tooManyRounds: .incomplete
        case .cancelled: .interrupted
        }
    }
}
