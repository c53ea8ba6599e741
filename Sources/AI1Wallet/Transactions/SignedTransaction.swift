/// A transaction with the signature of its sender.
package struct SignedTransaction: Sendable, Hashable {
    package let transaction: Transaction
    package let signature: Signature
    /// The octets that are sent to a node.
    package let raw: [UInt8]
    /// The transaction's hash: that of `raw`.
    package let hash: Hash32
    /// Who signed, recovered from the signature.
    package let sender: Address

    /// Puts a signature to a transaction; whoever's it is becomes the sender.
    /// - Throws: `WalletError` of code `invalidSignature` when no key can have made the signature
    package init(transaction: Transaction, signature: Signature) throws {
        let sender = try signature.signer(of: transaction.signingHash).address
        try self.init(transaction, signature: signature, knownSender: sender)
    }

    /// Reads what `raw` of another one is. Everything that is not written here is refused: RLP that is not canonical,
    /// the higher form of `s`, a legacy signature without a chain id (EIP-155), types that are not known.
    /// - Throws: `WalletError` of code `invalidTransaction`, `invalidSignature`, or `overflow`
    package init(decoding raw: [UInt8]) throws {
        guard case .signed(let signed) = try TransactionPayload(decoding: raw) else {
            throw WalletError(.invalidTransaction, "the transaction is not signed", hint: "ai1 wallet tx sign")
        }
        self = signed
    }

    /// A signature that was made or recovered for this sender just before.
    init(_ transaction: Transaction, signature: Signature, knownSender: Address) throws(WalletError) {
        let parity = signature.yParity
        let v =
            transaction.kind == .legacy
            ? try LegacySignatureValue(chainID: transaction.chainID, yParity: parity).v : UInt64(parity)
        raw = transaction.signedPayload(signature, v: v)
        hash = Keccak256.hash(raw)
        sender = knownSender
        self.transaction = transaction
        self.signature = signature
    }

    /// What has been read from its canonical octets.
    init(_ transaction: Transaction, signature: Signature, raw: [UInt8]) throws {
        sender = try signature.signer(of: transaction.signingHash).address
        hash = Keccak256.hash(raw)
        self.raw = raw
        self.transaction = transaction
        self.signature = signature
    }
}

extension Transaction {
    /// Reads what `unsignedPayload` of another one is, as strictly as it is written.
    /// - Throws: `WalletError` of code `invalidTransaction` or `overflow`
    package init(decodingUnsigned payload: [UInt8]) throws {
        let (transaction, signature) = try TransactionReader.read(payload)
        guard signature == nil else { throw WalletError(.invalidTransaction, "the transaction is signed already") }
        self = transaction
    }
}
