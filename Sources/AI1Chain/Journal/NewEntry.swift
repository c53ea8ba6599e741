internal import AI1Core
package import AI1Wallet

/// A signed transaction that is to be written into the journal.
package struct NewEntry: Sendable, Hashable {
    /// Octets of a transaction; nodes take no more.
    static let largestTransactionBytes = 131_072
    /// Octets of an idempotency key.
    static let longestKeyBytes = 256
    /// Characters of a text in words.
    static let longestWords = 400

    package let chainID: UInt64
    package let sender: Address
    package let nonce: UInt64
    package let raw: [UInt8]
    package let intent: TransactionIntent
    package let idempotencyKey: String?
    package let replaces: Hash32?
    package let recipient: Address?
    package let beneficiary: Address?
    package let summary: String
    package let maxFees: String

    /// - Parameters:
    ///   - raw: the signed transaction (EIP-2718); its Keccak-256 is the entry's hash
    ///   - summary: what the transaction does in words; it is cleaned here
    ///   - maxFees: the most that it may cost in fees, in words; it is cleaned here
    /// - Throws: `ChainError` of code `usage` for a key that is empty or too long, a number that the journal cannot
    ///   hold, or a transaction that no node would take for its size
    package init(
        chainID: UInt64, sender: Address, nonce: UInt64, raw: [UInt8], intent: TransactionIntent,
        idempotencyKey: String? = nil, replaces: Hash32? = nil, recipient: Address?, beneficiary: Address? = nil,
        summary: String, maxFees: String
    ) throws(ChainError) {
        guard chainID > 0, Int64(exactly: chainID) != nil, Int64(exactly: nonce) != nil else {
            throw ChainError(.usage, "the chain id or nonce is larger than any chain has")
        }
        guard !raw.isEmpty, raw.count <= Self.largestTransactionBytes else {
            throw ChainError(
                .usage, "the transaction has \(raw.count) octets: nodes take up to \(Self.largestTransactionBytes)")
        }
        if let idempotencyKey { try Self.check(key: idempotencyKey) }
        self.chainID = chainID
        self.sender = sender
        self.nonce = nonce
        self.raw = raw
        self.intent = intent
        self.idempotencyKey = idempotencyKey
        self.replaces = replaces
        self.recipient = recipient
        self.beneficiary = beneficiary
        self.summary = TerminalCleaner.cleanLine(summary, limit: Self.longestWords)
        self.maxFees = TerminalCleaner.cleanLine(maxFees, limit: Self.longestWords)
    }

    /// - Throws: `ChainError` of code `usage`
    static func check(key: String) throws(ChainError) {
        guard !key.isEmpty, key.utf8.count <= longestKeyBytes else {
            throw ChainError(.usage, "an idempotency key has 1 to \(longestKeyBytes) octets")
        }
    }
}
