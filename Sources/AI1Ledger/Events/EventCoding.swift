/// Writes the canonical bytes of an event: numbers as zigzag LEB128, texts and byte strings with their length before them.
/// One value has one form, so equal events have equal hashes.
struct EventEncoder {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(192) }

    mutating func write(_ value: Int64) { write(unsigned: UInt64(bitPattern: value << 1 ^ value >> 63)) }

    mutating func write(_ value: Int64?) {
        bytes.append(value == nil ? 0 : 1)
        if let value { write(value) }
    }

    mutating func write(_ value: String) {
        write(unsigned: UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    mutating func write(_ value: String?) {
        bytes.append(value == nil ? 0 : 1)
        if let value { write(value) }
    }

    mutating func write(_ value: [UInt8]) {
        write(unsigned: UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func write(_ value: [UInt8]?) {
        bytes.append(value == nil ? 0 : 1)
        if let value { write(value) }
    }

    mutating func write(_ value: LedgerID) { bytes.append(contentsOf: value.octets) }

    mutating func write<Part: EventPart>(_ parts: [Part]) {
        write(unsigned: UInt64(parts.count))
        for part in parts { part.encode(into: &self) }
    }

    private mutating func write(unsigned value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }
}

/// Reads what `EventEncoder` wrote, and nothing else.
struct EventDecoder {
    /// The bytes are no event.
    struct Malformed: Error {}

    /// More parts than any event has.
    private static let largestCount = 1_000_000

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func integer() throws -> Int64 {
        let value = try unsigned()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func optionalInteger() throws -> Int64? { try isPresent() ? integer() : nil }

    mutating func text() throws -> String {
        let part = try take(try count())
        guard let text = String(validating: part, as: UTF8.self) else { throw Malformed() }
        return text
    }

    mutating func optionalText() throws -> String? { try isPresent() ? text() : nil }

    mutating func octets() throws -> [UInt8] { Array(try take(try count())) }

    mutating func optionalOctets() throws -> [UInt8]? { try isPresent() ? octets() : nil }

    mutating func id() throws -> LedgerID {
        let part = try take(16)
        return LedgerID(
            high: UInt64(bigEndian: part.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: part.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    mutating func parts<Part: EventPart>(_: Part.Type = Part.self) throws -> [Part] {
        let count = try count()
        guard count <= Self.largestCount else { throw Malformed() }
        var parts: [Part] = []
        for _ in 0..<count { parts.append(try Part(from: &self)) }
        return parts
    }

    private mutating func isPresent() throws -> Bool {
        guard offset < bytes.count, bytes[offset] <= 1 else { throw Malformed() }
        defer { offset += 1 }
        return bytes[offset] == 1
    }

    private mutating func count() throws -> Int {
        let count = try unsigned()
        guard count <= UInt64(bytes.count - offset) else { throw Malformed() }
        return Int(count)
    }

    private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
        guard count <= bytes.count - offset else { throw Malformed() }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    private mutating func unsigned() throws -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard offset < bytes.count, shift < 64 else { throw Malformed() }
            let byte = bytes[offset]
            offset += 1
            guard shift < 63 || byte <= 1 else { throw Malformed() }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                // A longer form of the same number is not canonical.
                guard byte != 0 || shift == 0 else { throw Malformed() }
                return value
            }
            shift += 7
        }
    }
}

/// A value inside an event.
protocol EventPart {
    func encode(into encoder: inout EventEncoder)
    init(from decoder: inout EventDecoder) throws
}
