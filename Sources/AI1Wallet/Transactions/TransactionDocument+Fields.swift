package import AI1Core

extension TransactionDocument {
    /// Makes a transaction to be signed from plain fields, as other wallets' libraries and JSON-RPC take them:
    /// `chainId nonce gas gasPrice maxFeePerGas maxPriorityFeePerGas to value data accessList type from`. Numbers are
    /// decimal text, hexadecimal text with `0x`, or JSON numbers; `gasLimit`, `valueWei` and `input` stand for `gas`,
    /// `value` and `data`; without a `type` the fees and the access list tell. Other members are refused.
    /// - Throws: `WalletError` of code `malformed`, `checksum`, `invalidTransaction`, `overflow`
    package init(fields: JSONValue, describe: Describer = { _ in nil }) throws {
        guard case .object(let object) = fields else {
            throw WalletError(.malformed, "a transaction's fields must be a JSON object")
        }
        let fields = try TransactionFields(object)
        self.init(fields.transaction, from: fields.from, describe: describe)
    }
}
