internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// What one spender may take of one token.
struct AllowanceRow: Sendable {
    let token: Token
    let spender: Address
    /// Its name, if somebody has given it one.
    let name: String?
    /// In the token's smallest units.
    let raw: UInt256

    private var words: String {
        raw.isUnlimitedAllowance ? "unlimited" : UnitAmount.text(raw, decimals: token.decimals)
    }

    static func table(_ rows: [AllowanceRow], _ desk: WalletDesk) -> TextTable {
        var table = TextTable([.init("may take", .right), .init("token"), .init("spender"), .init("")])
        for row in rows {
            table.append([
                .init(row.words, row.raw.isUnlimitedAllowance ? .yellow : .none), .init(row.token.unit.symbol),
                .init(desk.shown(row.spender)), .init(row.name ?? "", .dim),
            ])
        }
        return table
    }

    /// Version 1.
    static func json(_ rows: [AllowanceRow], owner: Address, _ network: Network) -> JSONValue {
        [
            "v": 1, "network": .string(network.name), "chain_id": TransactionReceiptView.number(network.chainID),
            "owner": .string(owner.checksummed),
            "allowances": .array(
                rows.map { row in
                    [
                        "symbol": .string(row.token.unit.symbol), "token": .string(row.token.address.checksummed),
                        "spender": .string(row.spender.checksummed), "name": row.name.map { .string($0) } ?? .null,
                        "unlimited": .bool(row.raw.isUnlimitedAllowance),
                        "amount": .string(UnitAmount.plainText(row.raw, decimals: row.token.decimals)),
                        "raw": .string(row.raw.decimal),
                    ]
                }),
        ]
    }
}
