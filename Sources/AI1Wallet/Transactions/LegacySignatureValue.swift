/// The `v` of a legacy transaction's signature, which carries the chain id (EIP-155): 2 · chain id + 35 + parity.
struct LegacySignatureValue {
    let chainID: UInt64
    let yParity: UInt8
    let v: UInt64

    /// - Throws: `WalletError` of code `overflow` when 64 bits do not hold it (EIP-2294)
    init(chainID: UInt64, yParity: UInt8) throws(WalletError) {
        let (doubled, isTooLarge) = chainID.multipliedReportingOverflow(by: 2)
        let (sum, isOver) = doubled.addingReportingOverflow(35 + UInt64(yParity))
        guard !isTooLarge, !isOver else {
            throw WalletError(.overflow, "the chain id is too large for a legacy transaction (EIP-2294)")
        }
        self.chainID = chainID
        self.yParity = yParity
        v = sum
    }

    /// - Throws: `WalletError` of code `invalidTransaction` for a signature without a chain id
    init(v: UInt64) throws(WalletError) {
        switch v {
        case 27, 28:
            throw WalletError(
                .invalidTransaction,
                "the transaction names no chain (v is \(v)): not protected against replay on another chain (EIP-155)",
                hint: "sign it again with a chain id")
        case 37...:
            self.v = v
            chainID = (v - 35) / 2
            yParity = UInt8((v - 35) % 2)
        default: throw WalletError(.invalidTransaction, "the v of the signature must be 2 · chain id + 35 or + 36")
        }
    }
}
