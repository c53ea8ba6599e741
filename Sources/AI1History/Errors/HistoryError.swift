package import AI1Core
package import AI1Storage

/// Why the history did not do what it was asked.
package struct HistoryError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// No request has this id.
        case notFound
        /// Several requests have it: their ids.
        case ambiguous([RequestID])
        /// The text has nothing that can be searched for.
        case nothingToSearch
        /// The answer was not kept, or is no longer.
        case noText
        /// A file of learned statistics, or a cassette, cannot be read.
        case badFile
        /// A cassette has no answer to this request.
        case noMatch
        /// A number or name cannot be taken.
        case invalid
        /// The file store failed.
        case storage(StorageError.Code)
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

    package init(_ error: StorageError) {
        self.init(
            .storage(error.code), message: "the history: \(error.message)", hint: Self.hint(error),
            underlying: error.underlying)
    }

    /// The store's advice is about files that must not be lost. This one may be.
    private static func hint(_ error: StorageError) -> String? {
        switch error.code {
        case .corrupt: "move history.db away, with its -wal and -shm: a new one is made"
        case .replaced: "run the command again"
        case .cannotCreate, .readOnly, .diskFull, .inputOutput, .newer, .busy, .networkFileSystem, .refused: error.hint
        }
    }

    package var kind: ErrorKind {
        switch code {
        case .notFound, .noText: .inputMissing
        case .ambiguous, .nothingToSearch, .invalid: .usage
        case .badFile: .badData
        case .noMatch: .unavailable
        case .storage(let code): StorageError(code, message: "").kind
        }
    }
}
