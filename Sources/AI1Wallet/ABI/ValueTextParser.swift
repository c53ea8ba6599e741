internal import AI1Core

/// Reads values from the text of a command line.
struct ValueTextParser {
    private let bytes: [UInt8]
    private var position = 0

    /// Reads an address, or a name for one.
    private let address: (String) throws -> Address

    init(_ text: String, address: @escaping (String) throws -> Address) {
        bytes = Array(text.utf8)
        self.address = address
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: Character, _ type: ABIType) throws {
        guard take(character) else {
            throw WalletError(
                .invalidABI, "“\(character)” is missing in a value of type \(type)",
                hint: "arrays are written [1,2] and tuples (1,0x…)")
        }
    }

    mutating func finish() throws {
        skipSpace()
        guard position == bytes.count else { throw WalletError(.invalidABI, "something follows the end of a value") }
    }

    /// The type's own depth, which is limited, limits this.
    mutating func value(as type: ABIType) throws -> ABIValue {
        switch type {
        case .array(let element): return .array(try elements(of: element, in: type))
        case .fixedArray(let element, let count):
            let elements = try elements(of: element, in: type)
            guard elements.count == count else {
                throw WalletError(.invalidABI, "\(type) has \(Counted.text(count, "element")), \(elements.count) given")
            }
            return .array(elements)
        case .tuple(let members):
            try expect("(", type)
            var values: [ABIValue] = []
            for (index, member) in members.enumerated() {
                if index > 0 { try expect(",", type) }
                values.append(try value(as: member.type))
            }
            try expect(")", type)
            return .tuple(values)
        case .address: return .address(try address(try leaf()))
        case .bool:
            switch try leaf() {
            case "true": return .bool(true)
            case "false": return .bool(false)
            default: throw WalletError(.invalidABI, "a bool is written true or false")
            }
        default: return try ABIValue(json: .string(try leaf()), as: type)
        }
    }

    private mutating func elements(of element: ABIType, in type: ABIType) throws -> [ABIValue] {
        try expect("[", type)
        if take("]") { return [] }
        var values: [ABIValue] = []
        repeat { values.append(try value(as: element)) } while take(",")
        try expect("]", type)
        return values
    }

    /// Text up to a comma or a closing bracket, without the spaces around it; or text in quotes.
    private mutating func leaf() throws -> String {
        skipSpace()
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted() }
        while position < bytes.count, !",])".utf8.contains(bytes[position]) { position += 1 }
        var end = position
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func quoted() throws -> String {
        let start = position
        let end = bytes.withUnsafeBytes { JSONText.endOfString($0, from: start + 1) }
        guard let end, let text = try? JSONParser.parse(Array(bytes[start...end])).string else {
            throw WalletError(.invalidABI, "text in quotes does not end, or has an escape that JSON does not know")
        }
        position = end + 1
        return text
    }
}
