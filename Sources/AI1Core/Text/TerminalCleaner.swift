/// Makes text that ai1 did not write safe for a terminal: removes C0 controls but tab and newline, DEL, C1 controls, escape
/// sequences of every class (ECMA-48: CSI, OSC, DCS, SOS, PM, APC, two-character), and bidirectional controls. Works on
/// UTF-8 octets across pieces of any size.
package struct TerminalCleaner: Sendable {
    private enum Mode: Sendable {
        case text
        case escape
        case controlSequence
        case controlString
        case controlStringEscape
    }

    private var mode = Mode.text
    private var held: [UInt8] = []

    package init() {}

    /// The cleaned form of a whole text.
    package static func clean(_ text: String) -> String {
        var cleaner = TerminalCleaner()
        var output: [UInt8] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { cleaner.feed($0, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// The cleaned form on one line, at most `limit` characters, for messages.
    package static func cleanLine(_ text: String, limit: Int = 200) -> String {
        let words = clean(text).split { $0 == "\n" || $0 == "\t" || $0 == " " }
        let line = words.joined(separator: " ")
        return line.count <= limit ? line : line.prefix(limit - 1) + "…"
    }

    /// Cleans a piece, appending to `output`. An unfinished character is kept for the next piece.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) {
        output.reserveCapacity(output.count + bytes.count)
        for byte in bytes {
            if !held.isEmpty {
                if byte & 0xC0 == 0x80 {
                    held.append(byte)
                    if held.count == Self.length(held[0]) { release(into: &output) }
                    continue
                }
                held.removeAll(keepingCapacity: true)
            }
            if byte >= 0xC2, byte < 0xF5 {
                held.append(byte)
            } else {
                step(byte, into: &output)
            }
        }
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private mutating func release(into output: inout [UInt8]) {
        defer { held.removeAll(keepingCapacity: true) }
        if held.count == 2, held[0] == 0xC2, held[1] < 0xA0 { return control(held[1]) }
        if Self.isBidirectionalControl(held) { return }
        switch mode {
        case .text: output.append(contentsOf: held)
        case .controlString: break
        case .escape, .controlSequence, .controlStringEscape:
            // An escape sequence is ASCII: anything else ends it.
            mode = mode == .controlStringEscape ? .controlString : .text
        }
    }

    private mutating func control(_ code: UInt8) {
        switch code {
        case 0x9B: mode = .controlSequence
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: mode = .controlString
        case 0x9C: mode = .text
        default: break
        }
    }

    private mutating func step(_ byte: UInt8, into output: inout [UInt8]) {
        switch mode {
        case .text:
            if byte == 0x1B {
                mode = .escape
            } else if byte >= 0x20 && byte < 0x7F || byte == 0x09 || byte == 0x0A {
                output.append(byte)
            }
        case .escape:
            switch byte {
            case UInt8(ascii: "["): mode = .controlSequence
            case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"):
                mode = .controlString
            case 0x20..<0x30, 0x1B: break
            default: mode = .text
            }
        case .controlSequence:
            if byte == 0x1B {
                mode = .escape
            } else if byte >= 0x40 && byte < 0x7F || byte < 0x20 {
                mode = .text
                if byte == 0x0A { output.append(byte) }
            }
        case .controlString:
            if byte == 0x07 { mode = .text } else if byte == 0x1B { mode = .controlStringEscape }
        case .controlStringEscape:
            if byte == UInt8(ascii: "\\") {
                mode = .text
            } else {
                mode = .escape
                step(byte, into: &output)
            }
        }
    }

    /// U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
    private static func isBidirectionalControl(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 2 { return bytes[0] == 0xD8 && bytes[1] == 0x9C }
        guard bytes.count == 3, bytes[0] == 0xE2 else { return false }
        if bytes[1] == 0x80 { return bytes[2] == 0x8E || bytes[2] == 0x8F || (0xAA...0xAE).contains(bytes[2]) }
        return bytes[1] == 0x81 && (0xA6...0xA9).contains(bytes[2])
    }
}
