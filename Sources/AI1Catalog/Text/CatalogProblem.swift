package import AI1Core

/// Why a row of a catalogue was refused.
package struct CatalogProblem: AI1Error, Hashable {
    /// What was wrong with it.
    package enum Code: Sendable, Hashable {
        case missingField, badDialect, badNumber, badPrice, badFlag, badQuality, badURL, badName, noProvider, badTier
        /// A stored file is not as it was written.
        case damaged
    }

    package let code: Code
    /// The line of the text, counted from one; 0 for a row that came from elsewhere.
    package let line: Int
    package let message: String

    package init(_ code: Code, line: Int = 0, message: String) {
        self.code = code
        self.line = line
        self.message = message
    }

    package var kind: ErrorKind { .configuration }
    package var hint: String? { line > 0 ? "look at line \(line) of the catalogue" : nil }
    package var underlying: String? { nil }
}
