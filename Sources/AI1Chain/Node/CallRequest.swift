internal import AI1Core
package import AI1Wallet

/// The transaction of `eth_call` and `eth_estimateGas`: not signed, and nothing changes by it.
package struct CallRequest: Sendable, Hashable {
    package var from: Address?
    /// nil for the creation of a contract.
    package var to: Address?
    /// In the smallest unit of the chain's coin.
    package var value: UInt256
    package var data: [UInt8]
    package var gasLimit: UInt64?
    /// Storage that is announced (EIP-2930).
    package var accessList: [AccessListEntry] = []

    package init(
        from: Address? = nil, to: Address?, value: UInt256 = .zero, data: [UInt8] = [], gasLimit: UInt64? = nil
    ) {
        self.from = from
        self.to = to
        self.value = value
        self.data = data
        self.gasLimit = gasLimit
    }

    /// As JSON-RPC has it. The octets are named `data`, the older of two names, which every node knows.
    var parameter: JSONValue {
        var object = JSONObject()
        if let from { object["from"] = .string(from.lowercased) }
        if let to { object["to"] = .string(to.lowercased) }
        if let gasLimit { object["gas"] = .string(UInt256(gasLimit).hex) }
        if !value.isZero { object["value"] = .string(value.hex) }
        if !data.isEmpty { object["data"] = .string(HexText.encode(data)) }
        if !accessList.isEmpty { object["accessList"] = .array(accessList.map(Self.parameter)) }
        return .object(object)
    }

    private static func parameter(_ entry: AccessListEntry) -> JSONValue {
        [
            "address": .string(entry.address.lowercased),
            "storageKeys": .array(entry.storageKeys.map { .string($0.hex) }),
        ]
    }
}
