package import AI1Core

extension ABIValue {
    /// Reads a value in JSON. Numbers are whole numbers or text (decimal, or hexadecimal with `0x`), octets are
    /// hexadecimal text with `0x`, tuples are arrays, or objects with exactly the names of the members.
    /// - Throws: `WalletError` of code `invalidABI`, `malformed` or `checksum`
    package init(json: JSONValue, as type: ABIType) throws {
        switch (type, json) {
        case (.uint(let bits), .number), (.uint(let bits), .string), (.ufixed(let bits, _), .number),
            (.ufixed(let bits, _), .string):
            guard let value = Self.unsigned(json), value.bitWidth <= bits else { throw Self.mismatch(json, type) }
            self = .uint(value)
        case (.int(let bits), .number), (.int(let bits), .string), (.fixed(let bits, _), .number),
            (.fixed(let bits, _), .string):
            guard let value = Self.signed(json), value.fits(bits: bits) else { throw Self.mismatch(json, type) }
            self = .int(value)
        case (.address, .string(let text)): self = .address(try Address(text))
        case (.bool, .bool(let isTrue)): self = .bool(isTrue)
        case (.string, .string(let text)): self = .string(text)
        case (.bytes, .string(let text)): self = .bytes(try Self.octets(text, count: nil, type))
        case (.function, .string(let text)): self = .bytes(try Self.octets(text, count: 24, type))
        case (.fixedBytes(let count), .string(let text)): self = .bytes(try Self.octets(text, count: count, type))
        case (.array(let element), .array(let items)):
            self = .array(try items.map { try ABIValue(json: $0, as: element) })
        case (.fixedArray(let element, let count), .array(let items)):
            guard items.count == count else { throw Self.mismatch(json, type) }
            self = .array(try items.map { try ABIValue(json: $0, as: element) })
        case (.tuple(let members), .array(let items)):
            guard items.count == members.count else { throw Self.mismatch(json, type) }
            self = .tuple(try zip(items, members).map { try ABIValue(json: $0, as: $1.type) })
        case (.tuple(let members), .object(let object)):
            self = .tuple(try Self.members(of: object, as: members, type))
        default: throw Self.mismatch(json, type)
        }
    }

    /// Numbers as decimal text, octets as hexadecimal text, tuples as arrays.
    package var json: JSONValue {
        switch self {
        case .uint(let value): .string(value.decimal)
        case .int(let value): .string(value.decimal)
        case .address(let value): .string(value.checksummed)
        case .bool(let value): .bool(value)
        case .bytes(let value): .string(HexText.encode(value))
        case .string(let value): .string(value)
        case .array(let elements), .tuple(let elements): .array(elements.map(\.json))
        }
    }

    /// A whole number without sign, as JSON's number or as text.
    static func unsigned(_ json: JSONValue) -> UInt256? {
        guard let text = json.string ?? json.number?.text else { return nil }
        return UInt256(decimal: text) ?? (json.string == nil ? nil : UInt256(hex: text))
    }

    /// A whole number, as JSON's number or as text.
    static func signed(_ json: JSONValue) -> Int256? {
        guard let text = json.string ?? json.number?.text else { return nil }
        if let value = Int256(decimal: text) { return value }
        guard json.string != nil, let magnitude = UInt256(hex: text) else { return nil }
        return Int256(magnitude: magnitude, isNegative: false)
    }

    /// Octets of hexadecimal text that begins with `0x`.
    static func octets(_ text: String, count: Int?, _ type: ABIType) throws -> [UInt8] {
        guard text.hasPrefix("0x"), let bytes = HexText.decode(text) else {
            throw WalletError(
                .invalidABI, "a value of type \(type) is not hexadecimal",
                hint: "octets are written as 0x and an even number of hexadecimal digits")
        }
        guard count == nil || count == bytes.count else {
            throw WalletError(.invalidABI, "a value of type \(type) has \(Counted.text(bytes.count, "octet"))")
        }
        return bytes
    }

    private static func members(
        of object: JSONObject, as members: [ABIParameter], _ type: ABIType
    ) throws -> [ABIValue] {
        guard object.members.count == members.count, Set(members.map(\.name)).count == members.count else {
            throw WalletError(.invalidABI, "a tuple needs exactly the members of \(type.declaredName)")
        }
        return try members.map { member in
            guard let value = object[member.name] else {
                throw WalletError(.invalidABI, "a tuple has no member “\(member.name)”")
            }
            return try ABIValue(json: value, as: member.type)
        }
    }

    private static func mismatch(_ json: JSONValue, _ type: ABIType) -> WalletError {
        let shown =
            switch json {
            case .null: "null"
            case .bool, .number, .string: "“\(TerminalCleaner.cleanLine(json.string ?? json.text, limit: 80))”"
            case .array(let items): "an array of \(items.count)"
            case .object: "an object"
            }
        return WalletError(.invalidABI, "\(shown) is no value of type \(type)")
    }
}
