internal import AI1Chain
internal import AI1Wallet

/// A transaction with everything that the chain had to say about it, ready to be agreed to.
struct PreparedTransaction: Sendable {
    /// With the nonce that it would get now.
    let transaction: Transaction
    var told: SigningSummary
    /// What it does, in words, for the journal.
    let summary: String
    /// What its fee is at most, in words.
    let maxFees: String
    /// Who benefits when that is not the transaction's recipient.
    let beneficiary: Address?
}
