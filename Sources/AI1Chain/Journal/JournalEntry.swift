package import AI1Core
package import AI1Wallet

/// A signed transaction as the journal has it.
package struct JournalEntry: Sendable, Hashable {
    /// Rises with the time of writing.
    package let id: Int64
    package let chainID: UInt64
    package let sender: Address
    package let nonce: UInt64
    /// Keccak-256 of `raw`, by which nodes know the transaction.
    package let hash: Hash32
    /// The signed transaction as it goes to a node (EIP-2718).
    package let raw: [UInt8]
    /// What was wanted, whatever its nonce and fees.
    package let intent: TransactionIntent
    package let idempotencyKey: String?
    /// The hash of the transaction whose place it is to take.
    package let replaces: Hash32?
    /// The address that the transaction calls or pays; nil when it makes a contract.
    package let recipient: Address?
    /// Who benefits when that is not `recipient`: the receiver or spender of tokens.
    package let beneficiary: Address?
    /// What it does, in words.
    package let summary: String
    /// The most that it may cost in fees, in words.
    package let maxFees: String
    package let state: EntryState
    package let created: Timestamp
    /// When a node took it first.
    package let sent: Timestamp?
    /// When it was seen mined or replaced, or was released.
    package let settled: Timestamp?
    /// How often its sending was begun.
    package let attempts: Int64
    /// Where it is mined.
    package let inclusion: Inclusion?
}
