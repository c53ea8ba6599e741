/// A strict JSON reader (RFC 8259): UTF-8 only, no comments, no trailing commas, depth limited.
package struct JSONParser {
    /// Deeper nesting is refused, so that hostile input cannot overflow the stack.
    package static let maximumDepth = 128

    /// Why a text is no JSON.
    package struct Failure: Error, Hashable {
        package let offset: Int
        package let expected: String
    }

    private let bytes: UnsafeRawBufferPointer
    private let refusesRepeatedNames: Bool
    private var position = 0

    private init(_ bytes: UnsafeRawBufferPointer, refusingRepeatedNames: Bool = false) {
        self.bytes = bytes
        refusesRepeatedNames = refusingRepeatedNames
    }

    /// Reads exactly one value with white space around it.
    /// - Parameter refusingRepeatedNames: whether an object with two members of one name is a failure, rather than the
    ///   later one taken: for what is signed or compared
    /// - Throws: `JSONParser.Failure`
    package static func parse(
        _ bytes: UnsafeRawBufferPointer, refusingRepeatedNames: Bool = false
    ) throws(Failure) -> JSONValue {
        var parser = JSONParser(bytes, refusingRepeatedNames: refusingRepeatedNames)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.failure("the end of the text") }
        return value
    }

    /// Reads exactly one value with white space around it.
    /// - Throws: `JSONParser.Failure`
    package static func parse(
        _ bytes: [UInt8], refusingRepeatedNames: Bool = false
    ) throws(Failure) -> JSONValue {
        var outcome: Result<JSONValue, Failure> = .failure(Failure(offset: 0, expected: "a value"))
        bytes.withUnsafeBytes { buffer in
            do throws(Failure) {
                outcome = .success(try parse(buffer, refusingRepeatedNames: refusingRepeatedNames))
            } catch { outcome = .failure(error) }
        }
        return try outcome.get()
    }

    /// Reads exactly one value with white space around it.
    /// - Throws: `JSONParser.Failure`
    package static func parse(_ text: String) throws(Failure) -> JSONValue { try parse(Array(text.utf8)) }

    /// Whether the octets are exactly one JSON number.
    package static func isNumber(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var parser = JSONParser(buffer)
            return (try? parser.number()) != nil && parser.position == buffer.count
        }
    }

    private func failure(_ expected: String) -> Failure { Failure(offset: position, expected: expected) }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth <= Self.maximumDepth else { throw failure("at most \(Self.maximumDepth) levels") }
        skipSpace()
        guard position < bytes.count else { throw failure("a value") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw failure("a value") }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] { throw failure("a value") }
        position += count
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var object = JSONObject()
        var places: [String: Int] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(object) }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure("a member name") }
            let start = position
            let name = try string()
            if refusesRepeatedNames, places[name] != nil {
                position = start
                throw failure("each member once")
            }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure("a colon") }
            let member = try value(depth: depth + 1)
            if let place = places[name] {
                object.replaceValue(at: place, with: member)
            } else {
                places[name] = object.members.count
                object.append(name, member)
            }
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(object) }
            guard take(UInt8(ascii: ",")) else { throw failure("a comma or a closing brace") }
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw failure("a comma or a closing bracket") }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func digits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
        return position - start
    }

    private mutating func number() throws(Failure) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let leadingZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !(leadingZero && whole > 1) else { throw failure("a value") }
        if take(UInt8(ascii: ".")) {
            guard digits() > 0 else { throw failure("a digit") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw failure("a digit") }
        }
        return JSONNumber(uncheckedText: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        guard let end = JSONText.endOfString(bytes, from: start) else {
            position = bytes.count
            throw failure("a closing quotation mark")
        }
        position = end + 1
        var buffer: [UInt8] = []
        guard JSONText.unescape(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), into: &buffer),
            let text = String(validating: buffer, as: UTF8.self)
        else {
            position = start
            throw failure("a valid UTF-8 string")
        }
        return text
    }
}
