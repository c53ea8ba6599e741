package import AI1Core

/// Why octets are no predictor.
package struct PredictorError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable, CaseIterable {
        /// The octets do not begin as a predictor does.
        case foreign
        /// A version that this program does not read.
        case version
        /// Larger than any predictor may be.
        case tooLarge
        /// The octets end too early, or there are too many.
        case length
        /// The checksum or a value in it is wrong.
        case damaged
    }

    package let code: Code
    package let message: String
    package var hint: String? { "train it again: ai1 route train FILE.csv" }
    package var underlying: String? { nil }

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var kind: ErrorKind {
        switch code {
        case .foreign, .version, .tooLarge, .length, .damaged: .badData
        }
    }
}
