/// Reads what `ABIEncoder` writes, and nothing else: every padding is zero, every offset and length inside the data.
struct ABIDecoder {
    private let data: [UInt8]
    /// Behind the last octet that was read.
    private(set) var end = 0
    private var wordsLeft: Int

    init(_ data: [UInt8]) {
        self.data = data
        wordsLeft = (data.count / 32 + 1) * ABILimits.readsPerWord
    }

    /// - Throws: `WalletError` of code `invalidABI`
    mutating func tuple(_ types: [ABIType], at base: Int) throws -> [ABIValue] {
        var values: [ABIValue] = []
        values.reserveCapacity(types.count)
        let head = types.reduce(0) { $0 + $1.headWords * 32 }
        var position = base
        for type in types {
            values.append(try part(type, at: position, base: base, head: head))
            position += type.headWords * 32
        }
        return values
    }

    /// A part of a frame: in the head, or where the head points, which is behind it.
    private mutating func part(_ type: ABIType, at position: Int, base: Int, head: Int) throws -> ABIValue {
        guard type.isDynamic else { return try value(type, at: position) }
        let offset = try size(at: position, "an offset")
        guard offset >= head, offset <= data.count - base else { throw failure("an offset points to no value") }
        return try value(type, at: base + offset)
    }

    private mutating func value(_ type: ABIType, at position: Int) throws -> ABIValue {
        switch type {
        case .uint(let bits), .ufixed(let bits, _):
            guard let number = UInt256(bigEndian: try word(at: position)), number.bitWidth <= bits else {
                throw failure("a number does not fit into \(type)")
            }
            return .uint(number)
        case .int(let bits), .fixed(let bits, _):
            guard let number = Int256(word: try word(at: position)), number.fits(bits: bits) else {
                throw failure("a number does not fit into \(type)")
            }
            return .int(number)
        case .address:
            let word = try word(at: position)
            guard word.prefix(12).allSatisfy({ $0 == 0 }), let address = Address(word.suffix(20)) else {
                throw failure("an address has more than 20 octets")
            }
            return .address(address)
        case .bool:
            let word = try word(at: position)
            guard word.dropLast().allSatisfy({ $0 == 0 }), let last = word.last, last <= 1 else {
                throw failure("a bool is neither 0 nor 1")
            }
            return .bool(last == 1)
        case .fixedBytes(let count): return .bytes(try padded(count, at: position))
        case .function: return .bytes(try padded(24, at: position))
        case .bytes: return .bytes(try counted(at: position))
        case .string:
            guard let text = String(validating: try counted(at: position), as: UTF8.self) else {
                throw failure("a string is not UTF-8")
            }
            return .string(text)
        case .fixedArray(let element, let count): return .array(try array(of: element, count: count, at: position))
        case .array(let element):
            let count = try size(at: position, "a length")
            return .array(try array(of: element, count: count, at: position + 32))
        case .tuple(let members): return .tuple(try tuple(members.map(\.type), at: position))
        }
    }

    private mutating func array(of type: ABIType, count: Int, at base: Int) throws -> [ABIValue] {
        // Every type has at least one word in its head: a count is never more than the data can hold.
        let step = type.headWords * 32
        guard count <= max(0, data.count - base) / step else { throw failure("an array is longer than the data") }
        var elements: [ABIValue] = []
        elements.reserveCapacity(min(count, wordsLeft))
        for index in 0..<count {
            elements.append(try part(type, at: base + index * step, base: base, head: count * step))
        }
        return elements
    }

    private mutating func word(at position: Int) throws -> ArraySlice<UInt8> { try octets(32, at: position) }

    private mutating func octets(_ count: Int, at position: Int) throws -> ArraySlice<UInt8> {
        guard position <= data.count, count <= data.count - position else { throw failure("the data ends too early") }
        wordsLeft -= (count + 31) / 32
        guard wordsLeft >= 0 else { throw failure("parts of the data are used too often") }
        end = max(end, position + count)
        return data[position..<position + count]
    }

    /// An offset or a length, which is never more than the data has octets.
    private mutating func size(at position: Int, _ what: String) throws -> Int {
        guard let number = UInt256(bigEndian: try word(at: position))?.uint64, number <= UInt64(data.count) else {
            throw failure("\(what) is larger than the data")
        }
        return Int(number)
    }

    private mutating func padded(_ count: Int, at position: Int) throws -> [UInt8] {
        let word = try word(at: position)
        guard word.dropFirst(count).allSatisfy({ $0 == 0 }) else { throw failure("padding is not zero") }
        return Array(word.prefix(count))
    }

    private mutating func counted(at position: Int) throws -> [UInt8] {
        let count = try size(at: position, "a length")
        let all = try octets((count + 31) / 32 * 32, at: position + 32)
        guard all.dropFirst(count).allSatisfy({ $0 == 0 }) else { throw failure("padding is not zero") }
        return Array(all.prefix(count))
    }

    func failure(_ message: String) -> WalletError {
        WalletError(.invalidABI, "the data is not what the types say: \(message)")
    }
}
