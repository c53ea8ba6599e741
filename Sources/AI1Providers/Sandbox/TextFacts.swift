internal import AI1Core

/// What can be said about a text by counting.
struct TextFacts {
    let lines: Int
    let words: Int
    let bytes: Int
    let distinctWords: Int
    let commonest: (word: String, times: Int)?
    let firstWords: String

    /// Counting different words stops after so many octets.
    private static let wordLimitBytes = 1_048_576

    init(_ text: String) {
        let octets = Array(text.utf8)
        bytes = octets.count
        lines = octets.isEmpty ? 0 : octets.count { $0 == 0x0A } + (octets.last == 0x0A ? 0 : 1)
        words = Self.countWords(octets)
        var seen: [Substring: Int] = [:]
        let part = octets.count <= Self.wordLimitBytes ? text : SandboxBrain.prefix(text, bytes: Self.wordLimitBytes)
        for word in part.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            seen[word, default: 0] += 1
        }
        distinctWords = seen.count
        commonest = seen.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { (String($0.key), $0.value) }
        firstWords = Self.beginning(text)
    }

    var summary: String {
        "\(Self.count(lines, "line")), \(Self.count(words, "word")) and \(Self.count(bytes, "byte"))"
    }

    private static func countWords(_ octets: [UInt8]) -> Int {
        var words = 0
        var inWord = false
        for byte in octets {
            let space = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
            if !space, !inWord { words += 1 }
            inWord = !space
        }
        return words
    }

    private static func beginning(_ text: String) -> String {
        let words = text.prefix(400).split { $0 == " " || $0.isNewline || $0 == "\t" }
        let line = words.prefix(8).joined(separator: " ")
        return line.count <= 72 ? line : line.prefix(71) + "…"
    }

    /// A number with its noun: `1 line`, `2,048 lines`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(Int64(number))) \(noun)\(number == 1 ? "" : "s")"
    }
}
