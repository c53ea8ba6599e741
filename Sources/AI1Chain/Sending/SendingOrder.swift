package import AI1Wallet

/// A transaction that is to be signed and sent, once.
package struct SendingOrder: Sendable, Hashable {
    /// Which nonce it gets.
    package enum NonceChoice: Sendable, Hashable {
        /// The account's next one.
        case next
        /// Exactly this one.
        case exactly(UInt64)
    }

    /// All of it but the nonce, which is not looked at.
    package let transaction: Transaction
    package let sender: Address
    package let nonce: NonceChoice
    /// What the caller names the intent by; nil when the same intent must simply not be under way.
    package let idempotencyKey: String?
    /// Who benefits when that is not the transaction's recipient: the receiver or spender of tokens.
    package let beneficiary: Address?
    /// What it does, in words.
    package let summary: String
    /// The most that it may cost in fees, in words.
    package let maxFees: String

    package init(
        transaction: Transaction, sender: Address, nonce: NonceChoice = .next, idempotencyKey: String? = nil,
        beneficiary: Address? = nil, summary: String, maxFees: String
    ) {
        self.transaction = transaction
        self.sender = sender
        self.nonce = nonce
        self.idempotencyKey = idempotencyKey
        self.beneficiary = beneficiary
        self.summary = summary
        self.maxFees = maxFees
    }

    package var chainID: UInt64 { transaction.chainID }

    package var intent: TransactionIntent { TransactionIntent(transaction, sender: sender) }
}

extension TransactionIntent {
    /// The intent of a transaction.
    package init(_ transaction: Transaction, sender: Address) {
        self.init(
            chainID: transaction.chainID, sender: sender, recipient: transaction.to, value: transaction.value,
            data: transaction.data)
    }
}

extension Transaction {
    /// The same with another nonce.
    /// - Throws: `WalletError` of code `invalidTransaction`
    func with(nonce: UInt64) throws(WalletError) -> Transaction {
        try Transaction(
            kind: kind, chainID: chainID, nonce: nonce, gasLimit: gasLimit, fees: fees, to: to, value: value,
            data: data,
            accessList: accessList)
    }
}
