package import AI1Core

/// The file that carries a transaction from the machine that builds it to the one that signs, and from there to the one
/// that sends it: JSON, one object.
///
/// A transaction to be signed has these members, in this order:
///
/// | member | value |
/// |---|---|
/// | `v` | 1 |
/// | `kind` | `ai1-transaction` |
/// | `chainId` | decimal text |
/// | `type` | 0, 1 or 2 |
/// | `nonce` | decimal text |
/// | `from` | who shall sign: an address with its checksum (EIP-55), or null when anybody may |
/// | `to` | an address with its checksum, or null when a contract is created |
/// | `valueWei` | decimal text |
/// | `gasLimit` | decimal text |
/// | `gasPrice` | types 0 and 1: decimal text, wei |
/// | `maxFeePerGas`, `maxPriorityFeePerGas` | type 2: decimal text, wei |
/// | `data` | `0x` and hexadecimal digits |
/// | `accessList` | types 1 and 2: objects of an `address` and its `storageKeys` |
/// | `unsigned` | the octets to be signed, `0x` and hexadecimal digits |
/// | `signingHash` | their Keccak-256 hash |
/// | `description` | the call in words, where it is a known one |
///
/// A signed one is of the kind `ai1-signed-transaction`, has `raw` and `hash` in place of `unsigned` and `signingHash`,
/// and `from` is who signed.
///
/// Whoever reads such a file derives every member from the octets again and refuses the file when one differs, is
/// missing, is there twice or is not known. So what a reader sees is what is signed. A file that somebody changed in
/// all its parts at once agrees with itself: only the reader, who compares recipient and amount with what was wanted,
/// can tell.
package struct TransactionDocument: Sendable, Hashable {
    /// Words for a call that is known: a function of the transaction alone, so that every machine derives the same
    /// ones.
    package typealias Describer = (Transaction) -> JSONObject?

    /// Larger files are refused.
    package static let maximumByteCount = 4 << 20

    /// What is to be signed, or is signed.
    package let payload: TransactionPayload
    /// Who shall sign or has signed; nil when anybody may.
    package let from: Address?
    /// The call in words, where it is a known one.
    package let description: JSONObject?

    package var transaction: Transaction { payload.transaction }

    init(_ payload: TransactionPayload, from: Address?, describe: Describer) {
        description = describe(payload.transaction)
        self.payload = payload
        self.from = from
    }

    /// A transaction to be signed.
    /// - Parameter from: who shall sign; nil when anybody may
    package init(_ transaction: Transaction, from: Address?, describe: Describer = { _ in nil }) {
        self.init(.unsigned(transaction), from: from, describe: describe)
    }

    /// A transaction that is signed.
    package init(_ signed: SignedTransaction, describe: Describer = { _ in nil }) {
        self.init(.signed(signed), from: signed.sender, describe: describe)
    }

    /// Signs it.
    /// - Returns: the document of the signed transaction, with the same description
    /// - Throws: `WalletError` of code `invalidTransaction` when it is signed already, `invalidKey` when another
    ///   account shall sign it, `system`
    package func signed(by key: PrivateKey) throws -> TransactionDocument {
        guard case .unsigned(let transaction) = payload else {
            throw WalletError(.invalidTransaction, "the transaction is signed already")
        }
        if let from, from != key.address {
            throw WalletError(
                .invalidKey, "the transaction is to be signed by \(from), and the key is that of \(key.address)",
                hint: "choose the account with --account")
        }
        let description = description
        return TransactionDocument(try transaction.signed(by: key)) { _ in description }
    }
}
