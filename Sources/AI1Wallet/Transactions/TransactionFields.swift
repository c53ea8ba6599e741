internal import AI1Core

/// Plain fields of a transaction, as other wallets' libraries and JSON-RPC take them: `chainId nonce gas gasPrice
/// maxFeePerGas maxPriorityFeePerGas to value data accessList type from`; numbers as decimal or hexadecimal text or as
/// JSON numbers. `gasLimit` stands for `gas`, `valueWei` for `value`, `input` for `data`.
struct TransactionFields {
    let transaction: Transaction
    let from: Address?

    private static let names: Set<String> = [
        "chainId", "nonce", "gas", "gasLimit", "gasPrice", "maxFeePerGas", "maxPriorityFeePerGas", "to", "value",
        "valueWei",
        "data", "input", "accessList", "type", "from",
    ]

    /// - Throws: `WalletError` of code `malformed`, `checksum`, `invalidTransaction`, `overflow`
    init(_ object: JSONObject) throws {
        if let unknown = object.names.first(where: { !Self.names.contains($0) }) {
            throw Self.malformed("has a member that is not known: \(TerminalCleaner.cleanLine(unknown, limit: 40))")
        }
        let value = try Self.either("value", "valueWei", of: object)
        let data = try Self.either("data", "input", of: object)
        let gas = try Self.either("gas", "gasLimit", of: object)
        let kind = try Self.kind(object)
        transaction = try Transaction(
            kind: kind, chainID: Self.small(object["chainId"], "chainId"), nonce: Self.small(object["nonce"], "nonce"),
            gasLimit: Self.small(gas, "gas"), fees: Self.fees(object), to: Self.address(object["to"], "to"),
            value: value.map { try Self.number($0, "value") } ?? .zero,
            data: data.map { try Self.octets($0, "data") } ?? [],
            accessList: object["accessList"].map(Self.accessList) ?? [])
        from = try Self.address(object["from"], "from")
    }

    private static func either(_ name: String, _ other: String, of object: JSONObject) throws -> JSONValue? {
        guard object[name] == nil || object[other] == nil else { throw malformed("has both \(name) and \(other)") }
        return object[name] ?? object[other]
    }

    private static func kind(_ object: JSONObject) throws -> TransactionKind {
        guard let type = object["type"] else {
            if object["maxFeePerGas"] != nil || object["maxPriorityFeePerGas"] != nil { return .dynamicFee }
            return object["accessList"] != nil ? .accessList : .legacy
        }
        guard let octet = UInt8(exactly: try small(type, "type")), octet < RLP.emptyBytes else {
            throw malformed("has a type that is not known")
        }
        return octet == 0 ? .legacy : try TransactionKind(firstOctet: octet)
    }

    private static func fees(_ object: JSONObject) throws -> TransactionFees {
        switch (object["gasPrice"], object["maxFeePerGas"], object["maxPriorityFeePerGas"]) {
        case (let price?, nil, nil): return .gasPrice(try number(price, "gasPrice"))
        case (nil, let maxFee?, let maxPriorityFee?):
            return .dynamic(
                maxFee: try number(maxFee, "maxFeePerGas"),
                maxPriorityFee: try number(maxPriorityFee, "maxPriorityFeePerGas"))
        default: throw malformed("needs gasPrice, or maxFeePerGas and maxPriorityFeePerGas")
        }
    }

    private static func number(_ value: JSONValue?, _ name: String) throws -> UInt256 {
        let number: UInt256? =
            switch value {
            case .string(let text): text.hasPrefix("0x") ? UInt256(hex: text) : UInt256(decimal: text)
            case .number(let number): UInt256(decimal: number.text)
            case nil: throw malformed("has no \(name)")
            default: nil
            }
        guard let number else { throw malformed("needs a whole number of at most 256 bits as its \(name)") }
        return number
    }

    private static func small(_ value: JSONValue?, _ name: String) throws -> UInt64 {
        guard let number = try number(value, name).uint64 else {
            throw WalletError(.overflow, "the transaction's \(name) does not fit into 64 bits")
        }
        return number
    }

    /// nil for null, for nothing and for empty text: a contract is created, or anybody may sign.
    private static func address(_ value: JSONValue?, _ name: String) throws -> Address? {
        switch value {
        case nil, .null, .string(""), .string("0x"): return nil
        case .string(let text): return try Address(text)
        default: throw malformed("needs an address as its \(name)")
        }
    }

    private static func octets(_ value: JSONValue, _ name: String) throws -> [UInt8] {
        guard case .string(let text) = value, text.isEmpty || text.hasPrefix("0x"), let octets = HexText.decode(text)
        else { throw malformed("needs 0x and hexadecimal digits as its \(name)") }
        return octets
    }

    private static func accessList(_ value: JSONValue) throws -> [AccessListEntry] {
        guard case .array(let entries) = value, entries.count <= Transaction.maximumAccessListItemCount else {
            throw malformed("needs a list as its accessList")
        }
        return try entries.map { entry in
            guard case .object(let object) = entry, object.members.count == 2,
                let account = try address(object["address"], "accessList"),
                case .array(let words) = object["storageKeys"]
            else { throw malformed("needs objects of address and storageKeys in its accessList") }
            let keys = try words.map { word in
                guard let key = word.string.flatMap(Hash32.init(hex:)) else {
                    throw malformed("needs 32 octets as each of the storageKeys")
                }
                return key
            }
            return AccessListEntry(address: account, storageKeys: keys)
        }
    }

    private static func malformed(_ message: String) -> WalletError {
        WalletError(.malformed, "the transaction \(message)")
    }
}
