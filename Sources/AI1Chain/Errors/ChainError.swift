package import AI1Core
package import AI1Wallet

/// A failure between ai1 and a chain: an endpoint, an answer of a node, a transaction that came to nothing.
package struct ChainError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable, CaseIterable {
        /// No endpoint is configured, or one that may not be used (plain http to another machine).
        case configuration
        /// No endpoint answered: unreachable, or only server errors.
        case unreachable
        /// Every endpoint refused the key in its URL.
        case keyRefused
        /// Time-outs or rate limits of every endpoint, or a state that must be waited for.
        case tryLater
        /// An answer that is not what JSON-RPC or Ethereum's API says.
        case malformed
        /// The node answered with an error of its own.
        case refusedByNode
        /// An endpoint serves another chain than it was configured for.
        case wrongChain
        /// The call or transaction is, or would be, reverted.
        case reverted
        /// What the node says is beyond belief: nothing is signed on its word.
        case untrusted
        /// The account has not enough for amount and fee.
        case insufficientFunds
        /// The same intent is journalled and not yet settled.
        case unsettled
        /// An idempotency key or a nonce that another transaction has.
        case conflict
        /// Another transaction took the nonce: this one will never be in a block.
        case replaced
        /// The file that keeps two senders of one account apart cannot be made or locked.
        case lock
        /// A transaction, receipt or journal entry that is not there.
        case notFound
        /// The command asks for something that cannot be done with this transaction.
        case usage
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let underlying: String?
    /// The transaction that was signed before it happened: it is in the journal, and may be with a node.
    package private(set) var transaction: Hash32?

    package init(_ code: Code, _ message: String, hint: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    /// The same error, of a transaction that was signed before it happened.
    package func about(_ transaction: Hash32) -> ChainError {
        var error = self
        error.transaction = transaction
        return error
    }

    package var kind: ErrorKind {
        switch code {
        case .configuration: .configuration
        case .unreachable, .refusedByNode, .insufficientFunds, .replaced: .unavailable
        case .keyRefused: .keyRefused
        case .conflict: .badData
        case .lock: .cannotCreate
        case .tryLater, .unsettled: .tryLater
        case .malformed, .untrusted: .protocolFailure
        case .wrongChain: .wrongChain
        case .reverted: .reverted
        case .notFound: .inputMissing
        case .usage: .usage
        }
    }
}
