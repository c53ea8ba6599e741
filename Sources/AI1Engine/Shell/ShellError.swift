package import AI1Core

/// Why there is no command that could be shown and run.
package struct ShellError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable, CaseIterable {
        /// The answer has no command in it.
        case noCommand
        /// The answer has words around a command, or output of one, and no code block that says what is what.
        case unclear
        /// The code is in another language than a shell's.
        case otherLanguage
        /// The code block was never closed: the rest of the command may be missing.
        case unfinished
        case tooLong
        /// It is not UTF-8.
        case notText
        /// It has a character that a terminal does not show, or shows as another.
        case hiddenCharacter
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
        case .noCommand, .unclear, .otherLanguage, .unfinished, .tooLong, .notText: .badData
        case .hiddenCharacter: .safetyRefused
        }
    }
}
