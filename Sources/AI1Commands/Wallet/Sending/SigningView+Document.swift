internal import AI1Wallet

extension SigningView {
    /// What identifies a transaction, behind what it does.
    func ends(_ document: TransactionDocument) -> [String] {
        let kind = row("Type", "\(document.transaction.kind.rawValue), \(document.transaction.kind.name)")
        switch document.payload {
        case .unsigned(let transaction):
            return kind + row("Not signed", "its hash for signing is \(transaction.signingHash.hex)")
        case .signed(let signed):
            return kind + row("Signed", "by \(signed.sender.checksummed)") + row("Hash", signed.hash.hex)
        }
    }
}
