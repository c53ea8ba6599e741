internal import AI1Core

/// Pieces of Markdown (CommonMark 0.31) that cannot break out of their place.
enum MarkdownText {
    /// Octets that a backslash takes their meaning from.
    private static let special = Set("\\`*_[]<>#|~".utf8)

    /// Text of strangers on one line, without any meaning in Markdown.
    static func line(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in TerminalCleaner.cleanLine(text).utf8 {
            if special.contains(byte) { output.append(UInt8(ascii: "\\")) }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Text in a fence of more backquotes than stand in a row anywhere in it, with a line feed at its end.
    static func fenced(_ text: String, language: String) -> String {
        var longest = 0
        var row = 0
        for byte in text.utf8 {
            row = byte == UInt8(ascii: "`") ? row + 1 : 0
            longest = max(longest, row)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(text)\(text.utf8.last == 0x0A ? "" : "\n")\(fence)\n"
    }

    /// Markdown as somebody wrote it, with a line feed at its end, and its last fence closed if it is open.
    static func closed(_ text: String) -> String {
        var open: (mark: UInt8, count: Int)?
        for line in text.utf8.split(separator: 0x0A) {
            let spaces = line.prefix { $0 == 0x20 }.count
            let rest = line.dropFirst(spaces)
            guard spaces < 4, let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
                continue
            }
            let count = rest.prefix { $0 == mark }.count
            let info = rest.dropFirst(count)
            if let fence = open {
                let isEnd = info.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                if mark == fence.mark, count >= fence.count, isEnd { open = nil }
            } else if count >= 3, mark != UInt8(ascii: "`") || !info.contains(mark) {
                open = (mark, count)
            }
        }
        var closed = text.utf8.last == 0x0A ? text : text + "\n"
        if let open { closed += String(repeating: String(UnicodeScalar(open.mark)), count: open.count) + "\n" }
        return closed
    }
}
