package import AI1Core

/// Why a schema cannot be used, or an answer cannot be checked against it.
package struct SchemaError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// The shorthand (`name, age int`) is not well formed.
        case shorthand
        /// The text is no JSON.
        case notJSON
        /// The JSON is no JSON Schema, or uses a keyword or pattern that is not supported.
        case notASchema
        /// Checking would take more steps or levels than allowed.
        case tooMuchWork
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
        case .shorthand: .usage
        case .notJSON, .notASchema, .tooMuchWork: .badData
        }
    }
}
