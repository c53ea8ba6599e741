internal import AI1Core

/// The part of a user turn that is looked at: its beginning and its end, in lower-case octets.
struct TextSample {
    static let headBytes = 4_096
    static let tailBytes = 2_048
    static let instructionHeadBytes = 640
    static let instructionTailBytes = 320

    /// Beginning and end of the turn.
    var body: [UInt8] = []
    /// What of it is taken for the instruction: a closer beginning and end.
    var instruction: [UInt8] = []
    /// Octets of all text of the turn.
    var totalBytes = 0

    init(of message: Message) {
        var texts: [String] = []
        for part in message.parts {
            if case .text(let text) = part, !text.isEmpty { texts.append(text) }
        }
        totalBytes = texts.reduce(0) { $0 + $1.utf8.count }
        guard let first = texts.first, let last = texts.last else { return }
        if texts.count == 1, totalBytes <= Self.headBytes + Self.tailBytes {
            body = Self.lowercased(first, from: 0, count: totalBytes)
        } else {
            body = Self.lowercased(first, from: 0, count: Self.headBytes)
            body.append(UInt8(ascii: "\n"))
            body += Self.lowercased(last, from: max(0, last.utf8.count - Self.tailBytes), count: Self.tailBytes)
        }
        if body.count <= Self.instructionHeadBytes + Self.instructionTailBytes {
            instruction = body
        } else {
            instruction = Array(body.prefix(Self.instructionHeadBytes))
            instruction.append(UInt8(ascii: "\n"))
            instruction += body.suffix(Self.instructionTailBytes)
        }
    }

    /// Octets of a text in lower case, as far as ASCII, Latin-1 and Russian letters go. A character cut at an end does
    /// no harm: octets are compared.
    private static func lowercased(_ text: String, from start: Int, count: Int) -> [UInt8] {
        var text = text
        var result: [UInt8] = []
        text.withUTF8 { bytes in
            let end = min(bytes.count, start + count)
            result.reserveCapacity(end - min(start, end))
            for byte in bytes[min(start, end)..<end] {
                switch (result.last, byte) {
                case (_, UInt8(ascii: "A")...UInt8(ascii: "Z")): result.append(byte | 0x20)
                case (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): result.append(byte | 0x20)
                case (0xD0, 0x90...0x9F): result.append(byte + 0x20)
                case (0xD0, 0xA0...0xAF):
                    result[result.count - 1] = 0xD1
                    result.append(byte - 0x20)
                default: result.append(byte)
                }
            }
        }
        return result
    }
}
