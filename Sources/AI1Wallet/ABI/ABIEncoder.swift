/// Writes values as the contract interface lays them out: heads of fixed size, and what they point at behind them.
enum ABIEncoder {
    /// - Throws: `WalletError` of code `invalidABI` when a value is not of its type
    static func tuple(_ values: [ABIValue], as types: [ABIType]) throws -> [UInt8] {
        guard values.count == types.count else {
            throw WalletError(.invalidABI, "\(Counted.text(types.count, "value")) needed, \(values.count) given")
        }
        return try frame(zip(values, types).lazy.map { ($0, $1) }, headWords: types.reduce(0) { $0 + $1.headWords })
    }

    private static func frame(
        _ parts: some Sequence<(ABIValue, ABIType)>, headWords: Int
    ) throws -> [UInt8] {
        var head: [UInt8] = []
        head.reserveCapacity(headWords * 32)
        var tail: [UInt8] = []
        for (value, type) in parts {
            let encoded = try self.value(value, as: type)
            if type.isDynamic {
                head += UInt256(UInt64(headWords * 32 + tail.count)).word
                tail += encoded
            } else {
                head += encoded
            }
        }
        return head + tail
    }

    private static func value(_ value: ABIValue, as type: ABIType) throws -> [UInt8] {
        switch (type, value) {
        case (.uint(let bits), .uint(let number)), (.ufixed(let bits, _), .uint(let number)):
            guard number.bitWidth <= bits else { throw doesNotFit(number.decimal, type) }
            return number.word
        case (.int(let bits), .int(let number)), (.fixed(let bits, _), .int(let number)):
            guard number.fits(bits: bits) else { throw doesNotFit(number.decimal, type) }
            return number.word
        case (.address, .address(let address)):
            return Array(repeating: 0, count: 12) + address.bytes
        case (.bool, .bool(let isTrue)):
            return Array(repeating: 0, count: 31) + [isTrue ? 1 : 0]
        case (.fixedBytes(let count), .bytes(let bytes)):
            return try padded(bytes, count: count, type)
        case (.function, .bytes(let bytes)):
            return try padded(bytes, count: 24, type)
        case (.bytes, .bytes(let bytes)):
            return counted(bytes)
        case (.string, .string(let text)):
            return counted(Array(text.utf8))
        case (.array(let element), .array(let elements)):
            return UInt256(UInt64(elements.count)).word + (try array(elements, of: element))
        case (.fixedArray(let element, let count), .array(let elements)):
            guard elements.count == count else {
                throw WalletError(.invalidABI, "\(type) has \(Counted.text(count, "element")), \(elements.count) given")
            }
            return try array(elements, of: element)
        case (.tuple(let members), .tuple(let values)):
            return try tuple(values, as: members.map(\.type))
        default:
            throw WalletError(.invalidABI, "a value is not of the type \(type)")
        }
    }

    private static func array(_ elements: [ABIValue], of type: ABIType) throws -> [UInt8] {
        try frame(elements.lazy.map { ($0, type) }, headWords: elements.count * type.headWords)
    }

    private static func padded(_ bytes: [UInt8], count: Int, _ type: ABIType) throws -> [UInt8] {
        guard bytes.count == count else {
            throw WalletError(.invalidABI, "\(type) has \(Counted.text(count, "octet")), \(bytes.count) given")
        }
        return bytes + Array(repeating: 0, count: 32 - count)
    }

    private static func counted(_ bytes: [UInt8]) -> [UInt8] {
        UInt256(UInt64(bytes.count)).word + bytes + Array(repeating: 0, count: (32 - bytes.count % 32) % 32)
    }

    private static func doesNotFit(_ number: String, _ type: ABIType) -> WalletError {
        WalletError(.invalidABI, "\(number) does not fit into \(type)")
    }
}
