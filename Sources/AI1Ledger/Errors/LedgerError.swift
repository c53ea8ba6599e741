package import AI1Core
package import AI1Storage

/// Why the ledger did not do what it was asked.
package struct LedgerError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable {
        /// Too little is free. `isHeld`: other requests under way hold what is missing, so that waiting may help.
        case notEnough(isHeld: Bool)
        /// A budget would be overshot; `isHeld` as above.
        case overBudget(isHeld: Bool)
        /// No hold has this name.
        case noSuchHold
        /// The hold was closed by somebody else.
        case holdClosed
        /// The idempotency key was used for another request.
        case keyConflict
        /// Another request under this key is on its way.
        case keyBusy
        /// A request under this key was sent, and nobody knows what became of it.
        case unknownOutcome
        /// The clock ran ahead of the machine's own time.
        case clock
        /// The ledger is older than what was written down about it.
        case older
        /// The audit found something.
        case audit
        /// The amount or name cannot be taken.
        case invalid
        /// What was named does not exist.
        case notFound
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
            .storage(error.code), message: "the ledger: \(error.message)", hint: error.hint,
            underlying: error.underlying)
    }

    package var kind: ErrorKind {
        switch code {
        case .notEnough, .overBudget: .creditsRefused
        case .noSuchHold, .holdClosed: .internalError
        case .keyConflict, .audit, .older: .badData
        case .unknownOutcome: .protocolFailure
        case .clock, .keyBusy: .tryLater
        case .invalid: .usage
        case .notFound: .inputMissing
        case .storage(let code): StorageError(code, message: "").kind
        }
    }
}
