internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// What one account has.
struct BalanceRow: Sendable {
    let label: String
    let address: Address
    /// In the smallest units.
    let amounts: [(asset: Asset, raw: Result<UInt256, ChainError>)]
}

/// Balances as lines and as JSON.
enum WalletBalanceView {
    /// For a name, a short address, a number with its decimals and a symbol.
    private static let roomyColumns = 60

    /// In a pipe the address is whole, on a terminal short, and where there is no room the name stands alone.
    static func table(_ rows: [BalanceRow], _ facts: StreamFacts) -> TextTable {
        let hasRoom = facts.columns.map { $0 >= roomyColumns } ?? true
        var table = TextTable([.init(""), .init(""), .init("", .right), .init("")])
        for row in rows {
            for (index, amount) in row.amounts.enumerated() {
                let isFirst = index == 0
                let address = facts.columns == nil ? row.address.checksummed : hasRoom ? row.address.short : ""
                table.append([
                    .init(isFirst ? row.label : ""), .init(isFirst ? address : "", .dim), number(amount),
                    .init(amount.asset.symbol),
                ])
            }
        }
        return table
    }

    private static func number(_ amount: (asset: Asset, raw: Result<UInt256, ChainError>)) -> TextTable.Cell {
        guard case .success(let raw) = amount.raw else { return .init("unknown", .red) }
        return .init(UnitAmount.text(raw, decimals: amount.asset.unit.decimals))
    }

    /// Version 1.
    static func json(_ rows: [BalanceRow], _ network: Network) -> JSONValue {
        [
            "v": 1, "network": .string(network.name), "chain_id": TransactionReceiptView.number(network.chainID),
            "accounts": .array(
                rows.map { row in
                    [
                        "name": .string(row.label), "address": .string(row.address.checksummed),
                        "balances": .array(row.amounts.map { json($0.asset, $0.raw) }),
                    ]
                }),
        ]
    }

    private static func json(_ asset: Asset, _ raw: Result<UInt256, ChainError>) -> JSONValue {
        var object: JSONObject = ["symbol": .string(asset.symbol)]
        if case .token(let token) = asset { object["token"] = .string(token.address.checksummed) }
        object["decimals"] = .integer(asset.unit.decimals)
        switch raw {
        case .success(let raw):
            object["amount"] = .string(UnitAmount.plainText(raw, decimals: asset.unit.decimals))
            object["raw"] = .string(raw.decimal)
        case .failure(let error):
            object["amount"] = .null
            object["error"] = OutcomeJSON.error(error)
        }
        return .object(object)
    }
}
