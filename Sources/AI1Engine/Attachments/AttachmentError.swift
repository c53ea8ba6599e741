package import AI1Core

/// Why a request cannot be put together from what the user gave.
package struct AttachmentError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// There is no prompt, no input and no attachment.
        case emptyPrompt
        /// Something is larger than its limit.
        case tooLarge
        /// There are more pieces than allowed.
        case tooMany
        /// The content is of a kind that cannot be sent.
        case unsupported
        /// A file or a folder cannot be read, or a pattern names none.
        case unreadable
        /// Somebody gave up waiting.
        case cancelled
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package var underlying: String? { nil }

    package init(_ code: Code, message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var kind: ErrorKind {
        switch code {
        case .emptyPrompt: .usage
        case .tooLarge, .tooMany, .unsupported: .badData
        case .unreadable: .inputMissing
        case .cancelled: .interrupted
        }
    }
}
