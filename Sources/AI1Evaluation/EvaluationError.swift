package import AI1Core

/// A failure of evaluation or training: what the data is like, or what was asked of it.
package struct EvaluationError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable, CaseIterable {
        /// The octets are no comma-separated values (RFC 4180).
        case syntax
        /// The first line does not name the columns that are needed.
        case header
        /// A row holds something that it may not.
        case row
        /// A limit of size is passed.
        case tooLarge
        /// Too little is left to work with.
        case tooFew
        /// A strategy or model that is asked for is not there.
        case unknownName
        /// Something that was asked for needs what was not given.
        case impossible
        /// What is to be trained on is what is to be tested on.
        case sameData
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package var underlying: String? { nil }

    package init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var kind: ErrorKind {
        switch code {
        case .syntax, .header, .row, .tooLarge, .tooFew, .sameData: .badData
        case .unknownName, .impossible: .usage
        }
    }
}
