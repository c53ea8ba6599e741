package import AI1Core

extension TransactionDocument {
    static let unsignedKind = "ai1-transaction"
    static let signedKind = "ai1-signed-transaction"

    /// The members of the file, in their order.
    package var object: JSONObject {
        var object = JSONObject()
        object.append("v", 1)
        switch payload {
        case .unsigned(let transaction):
            object.append("kind", .string(Self.unsignedKind))
            Self.append(transaction, from: from, to: &object)
            object.append("unsigned", .string(HexText.encode(transaction.unsignedPayload)))
            object.append("signingHash", .string(transaction.signingHash.hex))
        case .signed(let signed):
            object.append("kind", .string(Self.signedKind))
            Self.append(signed.transaction, from: from, to: &object)
            object.append("raw", .string(HexText.encode(signed.raw)))
            object.append("hash", .string(signed.hash.hex))
        }
        if let description { object.append("description", .object(description)) }
        return object
    }

    private static func append(_ transaction: Transaction, from: Address?, to object: inout JSONObject) {
        func decimal(_ value: UInt64) -> JSONValue { .string(String(value)) }
        func address(_ value: Address?) -> JSONValue { value.map { .string($0.checksummed) } ?? .null }
        object.append("chainId", decimal(transaction.chainID))
        object.append("type", .integer(transaction.kind.rawValue))
        object.append("nonce", decimal(transaction.nonce))
        object.append("from", address(from))
        object.append("to", address(transaction.to))
        object.append("valueWei", .string(transaction.value.decimal))
        object.append("gasLimit", decimal(transaction.gasLimit))
        switch transaction.fees {
        case .gasPrice(let price): object.append("gasPrice", .string(price.decimal))
        case .dynamic(let maxFee, let maxPriorityFee):
            object.append("maxFeePerGas", .string(maxFee.decimal))
            object.append("maxPriorityFeePerGas", .string(maxPriorityFee.decimal))
        }
        object.append("data", .string(HexText.encode(transaction.data)))
        if transaction.kind != .legacy { object.append("accessList", Self.json(transaction.accessList)) }
    }

    private static func json(_ accessList: [AccessListEntry]) -> JSONValue {
        .array(
            accessList.map { entry in
                [
                    "address": .string(entry.address.checksummed),
                    "storageKeys": .array(entry.storageKeys.map { .string($0.hex) }),
                ]
            })
    }
}
