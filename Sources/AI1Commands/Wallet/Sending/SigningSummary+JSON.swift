internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

extension SigningSummary {
    /// The same facts for scripts. Numbers of 256 bits are decimal strings.
    var members: JSONObject {
        var object = JSONObject()
        object["network"] = .string(network)
        object["chain_id"] = .number(JSONNumber(uncheckedText: String(chainID)))
        object["from"] = .string(from.address.checksummed)
        object["to"] = to.map { .string($0.address.checksummed) } ?? .null
        if let name = to?.name { object["to_name"] = .string(name) }
        if let contract { object["contract"] = .string(contract.address.checksummed) }
        if let amount {
            object["amount"] = .string(amount.text)
            object["amount_raw"] = .string(amount.raw.decimal)
        }
        object["nonce"] = .number(JSONNumber(uncheckedText: String(nonce)))
        object["gas_limit"] = .number(JSONNumber(uncheckedText: String(fee.gasLimit)))
        object["gas_price"] = .string(fee.gasPrice.decimal)
        if let tip = fee.priorityGasPrice { object["priority_gas_price"] = .string(tip.decimal) }
        object["worst_fee"] = .string(fee.worst.decimal)
        object["publishing_fee"] = fee.publishingWorst.map { .string($0.decimal) } ?? .null
        object["effects"] = .array(effects.map { .string($0) })
        if !data.isEmpty { object["data"] = .string(HexText.encode(data)) }
        object["notes"] = .array((to?.notes ?? []).map { .string($0.text) })
        object["warnings"] = .array(warnings.map { .string($0) })
        return object
    }
}

extension SigningSummary.Fee {
    /// The part of `worst` that is for publishing, in wei; nil when it is not known.
    fileprivate var publishingWorst: UInt256? {
        switch publishing {
        case nil, .untold: nil
        case .absent?, .asked?: try? publishing?.worst()
        }
    }
}
