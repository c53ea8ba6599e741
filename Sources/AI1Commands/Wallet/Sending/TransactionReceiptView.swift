internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// A receipt as lines and as JSON.
enum TransactionReceiptView {
    static func json(_ receipt: Receipt, confirmations: UInt64?) -> JSONValue {
        var object: JSONObject = [
            "hash": .string(receipt.transactionHash.hex),
            "status": .string(receipt.succeeded ? "success" : "reverted"),
            "block": number(receipt.blockNumber), "block_hash": .string(receipt.blockHash.hex),
            "from": .string(receipt.from.checksummed),
            "to": receipt.to.map { .string($0.checksummed) } ?? .null, "gas_used": number(receipt.gasUsed),
            "gas_price": receipt.effectiveGasPrice.map { .string($0.decimal) } ?? .null,
            "fee": fee(receipt).map { .string($0.decimal) } ?? .null,
        ]
        if let fee = receipt.publishingFee { object["publishing_fee"] = .string(fee.decimal) }
        if let contract = receipt.contractAddress { object["contract"] = .string(contract.checksummed) }
        object["confirmations"] = confirmations.map(number) ?? .null
        object["logs"] = .array(
            receipt.logs.map { log in
                [
                    "address": .string(log.address.checksummed), "topics": .array(log.topics.map { .string($0.hex) }),
                    "data": .string(HexText.encode(log.data)),
                ]
            })
        return .object(object)
    }

    static func table(_ receipt: Receipt, confirmations: UInt64?, on network: Network) -> TextTable {
        var table = TextTable([.init(""), .init("")])
        func row(_ label: String, _ text: String, _ mark: Style.Mark = .none) {
            table.append([.init(label, .dim), .init(text, mark)])
        }
        row("hash", receipt.transactionHash.hex)
        row("status", receipt.succeeded ? "success" : "reverted", receipt.succeeded ? .none : .red)
        let depth = confirmations.map { ", \(grouped(String($0))) \($0 == 1 ? "confirmation" : "confirmations")" } ?? ""
        row("block", grouped(String(receipt.blockNumber)) + depth)
        row("from", receipt.from.checksummed)
        row("to", receipt.to?.checksummed ?? "a new contract")
        if let contract = receipt.contractAddress { row("contract", contract.checksummed) }
        let cost = fee(receipt).map { ", \(network.coin.text($0))" } ?? ""
        let published = receipt.publishingFee == nil ? "" : " with publishing"
        row("fee", "\(grouped(String(receipt.gasUsed))) gas\(cost)\(cost.isEmpty ? "" : published)")
        return table
    }

    /// What was paid in wei, publishing included; nil when the node does not say.
    static func fee(_ receipt: Receipt) -> UInt256? {
        receipt.effectiveGasPrice.flatMap {
            try? $0.multiplied(by: UInt256(receipt.gasUsed)).adding(receipt.publishingFee ?? .zero)
        }
    }

    static func number(_ value: UInt64) -> JSONValue { .number(JSONNumber(uncheckedText: String(value))) }
}
