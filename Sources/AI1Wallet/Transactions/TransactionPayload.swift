/// What the raw octets of a transaction are: those to be signed, or those that are signed.
package enum TransactionPayload: Sendable, Hashable {
    case unsigned(Transaction)
    case signed(SignedTransaction)

    /// Reads either, as strictly as they are written.
    /// - Throws: `WalletError` of code `invalidTransaction`, `invalidSignature`, or `overflow`
    package init(decoding raw: [UInt8]) throws {
        let (transaction, signature) = try TransactionReader.read(raw)
        if let signature {
            self = .signed(try SignedTransaction(transaction, signature: signature, raw: raw))
        } else {
            self = .unsigned(transaction)
        }
    }

    package var transaction: Transaction {
        switch self {
        case .unsigned(let transaction): transaction
        case .signed(let signed): signed.transaction
        }
    }
}
