internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// A signed transaction on its way, and what the journal is to know about it.
struct Shipment: Sendable {
    let signed: SignedTransaction
    let summary: String
    let facts: JSONObject
    private let beneficiary: Address?
    private let maxFees: String

    /// - Throws: `WalletError`, `SettingsError`
    init(_ signed: SignedTransaction, _ chain: ChainDesk) throws {
        let transaction = signed.transaction
        let told = try DocumentView.summary(of: transaction, from: signed.sender, chain.desk, deed: .publish)
        let description = CallDescription(to: transaction.to, value: transaction.value, data: transaction.data)
        self.signed = signed
        summary = told.effects.first ?? told.verb
        facts = told.members
        beneficiary = DocumentView.beneficiary(description.action)
        maxFees = told.fee.text
    }

    /// - Throws: as `TransactionSender`
    func send(_ sender: TransactionSender) async throws -> SendingReport {
        try await sender.send(signed: signed, beneficiary: beneficiary, summary: summary, maxFees: maxFees)
    }
}
