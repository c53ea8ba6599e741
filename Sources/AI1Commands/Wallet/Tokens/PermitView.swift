internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// A permit in words before it is signed, and as JSON afterwards.
struct PermitView: Sendable {
    let chain: ChainDesk
    let permit: Permit
    let data: TypedData
    let token: Token
    let spender: Counterparty
    let from: AccountEntry

    /// - Throws: `WalletError`, `SettingsError`
    func lines(width: Int?, style: Style) throws -> [String] {
        let names = try AddressNames(chain.desk, chain.network)
        let view = SigningView(style: style, columns: width)
        let amount = Asset.token(token).allowance(permit.value)
        let party = spender.party(isFirst: nil, isContract: nil)
        var lines = view.row(
            "Permit", "\(amount.text)  (\(grouped(amount.raw.decimal)) \(amount.rawUnit))", .bold)
        lines += view.party("Spender", party)
        lines += view.party("Contract", .init(address: token.address, name: token.unit.symbol))
        lines += view.party("Owner", .init(address: from.address, name: from.label))
        lines += view.row("Network", "\(chain.network.name) (\(permit.chainID)), permit nonce \(permit.nonce)")
        let effects = data.explanation(
            token: token.unit, names: { names[$0] }, now: chain.context.clock.now)
        for (index, effect) in effects.enumerated() { lines += view.row(index == 0 ? "Effect" : "", effect) }
        for warning in spender.warnings { lines += view.row("Warning", warning, .red) }
        return lines
    }

    /// Version 1.
    /// - Throws: `WalletError`
    func json(_ signature: Signature) throws -> JSONValue {
        [
            "v": 1, "signature": .string(HexText.encode(signature.bytes)),
            "chain_id": TransactionReceiptView.number(permit.chainID),
            "token": .string(permit.token.checksummed), "owner": .string(permit.owner.checksummed),
            "spender": .string(permit.spender.checksummed), "value": .string(permit.value.decimal),
            "nonce": .string(permit.nonce.decimal), "deadline": .string(permit.deadline.decimal),
            "hash": .string(data.hash.hex), "call": .string(HexText.encode(try permit.call(signature))),
        ]
    }
}
