/// A position in JSON text for the hand scanners of hot events. It knows plain JSON only (ASCII without escapes
/// outside the one string that is wanted, whole numbers); anything else makes a step fail, and the event is decoded
/// in full instead.
struct JSONCursor {
    private let bytes: UnsafePointer<UInt8>
    private let count: Int
    private var position = 0

    init?(_ buffer: UnsafeRawBufferPointer) {
        guard let base = buffer.baseAddress else { return nil }
        bytes = base.assumingMemoryBound(to: UInt8.self)
        count = buffer.count
    }

    /// A string's content as it stands between its quotation marks.
    struct Content {
        let bytes: UnsafeBufferPointer<UInt8>
        let hasEscapes: Bool
        let isASCII: Bool
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < count, bytes[position] <= 0x20 {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Takes one octet after white space.
    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// The octet after white space; 0 at the end.
    @inline(__always)
    mutating func peek() -> UInt8 {
        skipSpace()
        return position < count ? bytes[position] : 0
    }

    mutating func isAtEnd() -> Bool {
        skipSpace()
        return position == count
    }

    /// A string of printable ASCII without escapes.
    @inline(__always)
    mutating func plainString() -> UnsafeBufferPointer<UInt8>? {
        guard take(0x22) else { return nil }
        let start = position
        while position < count {
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                return UnsafeBufferPointer(start: bytes + start, count: position - 1 - start)
            }
            if byte < 0x20 || byte >= 0x7F || byte == 0x5C { return nil }
            position += 1
        }
        return nil
    }

    /// A member's name and the colon after it.
    @inline(__always)
    mutating func name() -> UnsafeBufferPointer<UInt8>? {
        guard let name = plainString(), take(0x3A) else { return nil }
        return name
    }

    /// Any string.
    @inline(__always)
    mutating func content() -> Content? {
        guard take(0x22) else { return nil }
        let start = position
        var high: UInt8 = 0
        var hasEscapes = false
        while position < count {
            let byte = bytes[position]
            if byte == 0x22 {
                let content = UnsafeBufferPointer(start: bytes + start, count: position - start)
                position += 1
                return Content(bytes: content, hasEscapes: hasEscapes, isASCII: high < 0x80)
            }
            if byte < 0x20 { return nil }
            if byte == 0x5C {
                hasEscapes = true
                position += 1
            }
            high |= byte
            position += 1
        }
        return nil
    }

    /// Steps over `null`.
    mutating func null() -> Bool {
        skipSpace()
        guard position + 4 <= count, bytes[position] == UInt8(ascii: "n"), bytes[position + 1] == UInt8(ascii: "u"),
            bytes[position + 2] == UInt8(ascii: "l"), bytes[position + 3] == UInt8(ascii: "l")
        else { return false }
        position += 4
        return true
    }

    /// Steps over a whole number, a plain string, `null`, or an empty array.
    mutating func skipPlain() -> Bool {
        switch peek() {
        case 0x22: return plainString() != nil
        case UInt8(ascii: "n"): return null()
        case UInt8(ascii: "["):
            position += 1
            return take(UInt8(ascii: "]"))
        case UInt8(ascii: "0"):
            position += 1
            return position < count && !Self.continuesNumber(bytes[position])
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            while position < count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
            return position < count && !Self.continuesNumber(bytes[position])
        default: return false
        }
    }

    private static func continuesNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") || byte >= 0x30 && byte <= 0x39
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the octets are exactly that ASCII text.
    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count == length else { return false }
        let other = text.utf8Start
        for index in 0..<length where self[index] != other[index] { return false }
        return true
    }
}
