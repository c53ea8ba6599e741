internal import AI1Core

/// Long texts that stand in the line as a few words: readline cannot edit a line that is taller than the screen.
struct PasteShelf {
    /// Longer texts, or texts of more lines, are put on the shelf.
    static let maximumCharacters = 2_000
    static let maximumLines = 10
    /// What is kept; the oldest texts go first.
    static let maximumTexts = 64
    static let maximumBytes = 32 << 20

    private struct Kept {
        let words: String
        let text: String
    }

    private var kept: [Kept] = []
    private var bytes = 0
    private var lastNumber = 0

    static func isLong(_ text: String) -> Bool {
        text.utf8.count > maximumCharacters && text.count > maximumCharacters || lines(text) > maximumLines
    }

    /// Keeps a text.
    /// - Parameter kind: the first of the words, such as `paste`
    /// - Returns: the words that stand for it
    mutating func fold(_ text: String, kind: String) -> String {
        lastNumber += 1
        let lines = Self.lines(text)
        let size = lines > 1 ? "\(grouped(Int64(lines))) lines" : "\(grouped(Int64(text.count))) characters"
        let words = "[\(kind) \(lastNumber): \(size)]"
        kept.append(Kept(words: words, text: text))
        bytes += text.utf8.count
        while kept.count > Self.maximumTexts || bytes > Self.maximumBytes, kept.count > 1 {
            bytes -= kept.removeFirst().text.utf8.count
        }
        return words
    }

    /// A line with every text in place of its words.
    func expand(_ line: String) -> String {
        guard !kept.isEmpty, line.contains("[") else { return line }
        var out = ""
        var rest = Substring(line)
        while let bracket = rest.firstIndex(of: "[") {
            out += rest[..<bracket]
            rest = rest[bracket...]
            if let found = kept.first(where: { rest.hasPrefix($0.words) }) {
                out += found.text
                rest = rest.dropFirst(found.words.count)
            } else {
                out += "["
                rest = rest.dropFirst()
            }
        }
        return out + rest
    }

    private static func lines(_ text: String) -> Int {
        text.utf8.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 } - (text.hasSuffix("\n") ? 1 : 0)
    }
}
