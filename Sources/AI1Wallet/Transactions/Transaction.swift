/// A transaction that is not signed: of type 0 (EIP-155), 1 (EIP-2930) or 2 (EIP-1559). Every value of this type can be
/// encoded, and what it is encoded to can be decoded.
package struct Transaction: Sendable, Hashable {
    /// More call data is refused; nodes refuse a transaction far smaller (128 KiB).
    package static let maximumDataByteCount = 512 << 10
    /// More entries of an access list, storage keys counted too, are refused.
    package static let maximumAccessListItemCount = 8_192

    package let kind: TransactionKind
    /// At least 1 (EIP-155).
    package let chainID: UInt64
    /// Less than 2⁶⁴ − 1 (EIP-2681).
    package let nonce: UInt64
    /// In units of gas.
    package let gasLimit: UInt64
    package let fees: TransactionFees
    /// nil creates a contract from `data`.
    package let to: Address?
    /// In wei.
    package let value: UInt256
    package let data: [UInt8]
    /// Empty for a legacy transaction.
    package let accessList: [AccessListEntry]

    /// - Throws: `WalletError` of code `invalidTransaction` when the parts do not go together, `overflow` when the
    ///   chain id is too large for a legacy signature
    package init(
        kind: TransactionKind, chainID: UInt64, nonce: UInt64, gasLimit: UInt64, fees: TransactionFees, to: Address?,
        value: UInt256, data: [UInt8] = [], accessList: [AccessListEntry] = []
    ) throws(WalletError) {
        guard chainID > 0 else {
            throw WalletError(
                .invalidTransaction, "the chain id is zero: such a transaction is not protected against replay",
                hint: "give the id of the chain, such as 1 for Ethereum or 8453 for Base")
        }
        if kind == .legacy { _ = try LegacySignatureValue(chainID: chainID, yParity: 1) }
        guard nonce < UInt64.max else {
            throw WalletError(.invalidTransaction, "the nonce must be less than 2^64 - 1 (EIP-2681)")
        }
        try Self.check(fees, of: kind)
        guard data.count <= Self.maximumDataByteCount else {
            throw WalletError(.invalidTransaction, "more than \(Self.maximumDataByteCount) octets of call data")
        }
        guard kind != .legacy || accessList.isEmpty else {
            throw WalletError(.invalidTransaction, "a legacy transaction cannot have an access list")
        }
        guard accessList.reduce(0, { $0 + 1 + $1.storageKeys.count }) <= Self.maximumAccessListItemCount else {
            throw WalletError(
                .invalidTransaction, "an access list of more than \(Self.maximumAccessListItemCount) entries")
        }
        self.kind = kind
        self.chainID = chainID
        self.nonce = nonce
        self.gasLimit = gasLimit
        self.fees = fees
        self.to = to
        self.value = value
        self.data = data
        self.accessList = accessList
    }

    private static func check(_ fees: TransactionFees, of kind: TransactionKind) throws(WalletError) {
        switch (fees, kind) {
        case (.gasPrice, .legacy), (.gasPrice, .accessList): return
        case (.dynamic(let maxFee, let maxPriorityFee), .dynamicFee):
            guard maxPriorityFee <= maxFee else {
                throw WalletError(.invalidTransaction, "the maximum priority fee is greater than the maximum fee")
            }
        case (.gasPrice, .dynamicFee):
            throw WalletError(
                .invalidTransaction, "a type 2 transaction needs a maximum fee and a maximum priority fee")
        case (.dynamic, _):
            throw WalletError(.invalidTransaction, "a type \(kind.rawValue) transaction needs a gas price")
        }
    }

    /// The most that its gas can cost, in wei: gas limit × the maximum price.
    /// - Throws: `WalletError` of code `overflow`
    package func worstFee() throws(WalletError) -> UInt256 { try UInt256(gasLimit).multiplied(by: fees.maximumPrice) }
}
