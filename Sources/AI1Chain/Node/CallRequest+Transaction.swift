package import AI1Wallet

extension CallRequest {
    /// The call of a transaction. Its fees are left out: with them nodes refuse what offers less than the base fee of now, and
    /// whether the account can pay is checked apart.
    package init(_ transaction: Transaction, from: Address) {
        self.init(
            from: from, to: transaction.to, value: transaction.value, data: transaction.data,
            gasLimit: transaction.gasLimit)
        accessList = transaction.accessList
    }
}
