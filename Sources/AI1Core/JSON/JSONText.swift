#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The octets of JSON strings: finding their end, and undoing and making escapes.
package enum JSONText {
    /// The index of the closing quotation mark of a string whose first content octet is at `start`; nil when there is none.
    package static func endOfString(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var search = start
        while search < bytes.count, let found = memchr(base + search, 0x22, bytes.count - search) {
            let index = UnsafeRawPointer(found) - base
            var backslashes = 0
            while index - backslashes > start, bytes[index - backslashes - 1] == 0x5C { backslashes += 1 }
            if backslashes % 2 == 0 { return index }
            search = index + 1
        }
        return nil
    }

    /// Appends the content of a JSON string (the octets between its quotation marks) with escapes undone. An unpaired
    /// surrogate becomes U+FFFD.
    /// - Returns: false for a bad escape or a control character; what came before it stays appended
    package static func unescape(_ content: UnsafeRawBufferPointer, into output: inout [UInt8]) -> Bool {
        guard let base = content.baseAddress, content.count > 0 else { return true }
        if memchr(base, 0x5C, content.count) == nil {
            for byte in content where byte < 0x20 { return false }
            output.append(contentsOf: content)
            return true
        }
        var index = 0
        while index < content.count {
            let byte = content[index]
            index += 1
            if byte < 0x20 { return false }
            guard byte == 0x5C else {
                output.append(byte)
                continue
            }
            guard index < content.count else { return false }
            let escape = content[index]
            index += 1
            switch escape {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(escape)
            case UInt8(ascii: "u"): guard unicodeEscape(content, &index, &output) else { return false }
            default: return false
            }
        }
        return true
    }

    private static func unicodeEscape(
        _ content: UnsafeRawBufferPointer, _ index: inout Int, _ output: inout [UInt8]
    ) -> Bool {
        guard let first = fourDigits(content, index) else { return false }
        index += 4
        var scalar = UInt32(first)
        if first >= 0xD800, first < 0xDC00 {
            if index + 6 <= content.count, content[index] == 0x5C, content[index + 1] == UInt8(ascii: "u"),
                let second = fourDigits(content, index + 2), second >= 0xDC00, second < 0xE000
            {
                index += 6
                scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
            } else {
                scalar = 0xFFFD
            }
        } else if first >= 0xDC00, first < 0xE000 {
            scalar = 0xFFFD
        }
        output.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        return true
    }

    private static func fourDigits(_ content: UnsafeRawBufferPointer, _ start: Int) -> UInt16? {
        guard start + 4 <= content.count else { return nil }
        var value: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = hexValue(content[start + offset]) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    /// Appends a string as a JSON string literal with its quotation marks. Only what JSON demands is escaped.
    package static func appendLiteral(_ text: String, to output: inout [UInt8]) {
        output.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: output.append(contentsOf: [0x5C, 0x22])
            case 0x5C: output.append(contentsOf: [0x5C, 0x5C])
            case 0x0A: output.append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0D: output.append(contentsOf: [0x5C, UInt8(ascii: "r")])
            case 0x09: output.append(contentsOf: [0x5C, UInt8(ascii: "t")])
            case 0..<0x20: output.append(contentsOf: Array("\\u\(hexadecimal(UInt64(byte), width: 4))".utf8))
            default: output.append(byte)
            }
        }
        output.append(0x22)
    }
}
