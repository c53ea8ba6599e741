package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A failure of the command layer: what was typed, what was read, what could not be written.
package struct CommandError: AI1Error {
    package enum Code: Sendable, Hashable {
        case usage, badInput, inputMissing, cannotCreate, writeFailed, readerGone, keyMissing, configuration, declined
        case mismatch, unavailable, credits, interrupted, terminated
        /// An answer that failed, in the engine's terms.
        case answer(ErrorKind)
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
        case .usage: .usage
        case .badInput, .mismatch: .badData
        case .inputMissing: .inputMissing
        case .cannotCreate: .cannotCreate
        case .writeFailed: .inputOutput
        case .readerGone: .brokenPipe
        case .keyMissing: .keyRefused
        case .configuration: .configuration
        case .declined: .declined
        case .unavailable: .unavailable
        case .credits: .creditsRefused
        case .interrupted: .interrupted
        case .terminated: .terminated
        case .answer(let kind): kind
        }
    }

    /// The error of a failed write(2).
    static func writing(_ number: Int32, to name: String = "the output") -> CommandError {
        if number == EPIPE { return CommandError(.readerGone, message: "the reader went away") }
        let hint = number == ENOSPC || number == EDQUOT ? "free some space, and try again" : nil
        return CommandError(
            .writeFailed, message: "cannot write to \(name): \(systemMessage(number))", hint: hint)
    }
}

/// The system's words for an error number, in lower case as in the rest of our messages.
func systemMessage(_ number: Int32) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
}
