package import AI1Core

/// A failure of the engine's own: not of one attempt, but of the whole request.
package struct EngineError: AI1Error {
    package enum Code: Sendable, Hashable {
        /// Nothing may serve the request.
        case noCandidate
        /// No candidate has a key.
        case noKey
        /// Everything that was tried failed.
        case allFailed(ErrorKind)
        /// The answer stopped before its end.
        case cut
        /// The answer reached its length limit.
        case incomplete
        /// A safety filter stopped it.
        case filtered
        /// The caller cancelled.
        case cancelled
        /// The reader of the answer went away.
        case readerGone
        /// The answer could not be written.
        case writeFailed
        /// There is nothing that could be resumed.
        case nothingToResume
        /// The credits or the cost limit do not allow it.
        case credits
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
        case .noCandidate: .unavailable
        case .noKey: .keyRefused
        case .allFailed(let kind): kind
        case .cut: .protocolFailure
        case .incomplete: .incomplete
        case .filtered: .safetyRefused
        case .cancelled: .interrupted
        case .readerGone: .brokenPipe
        case .writeFailed: .inputOutput
        case .nothingToResume: .inputMissing
        case .credits: .creditsRefused
        }
    }
}
