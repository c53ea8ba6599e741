import AI1TestSupport

/// Texts in Markdown from a seed: all kinds of blocks within each other, as models write them and as they do not.
struct RandomMarkdown {
    private let random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    func text(blocks: Int) -> String {
        (0..<blocks).map { _ in block(depth: 0) + (below(4) == 0 ? "\n" : "\n\n") }.joined()
    }

    /// Octets of every kind, most of them marks of Markdown or beginnings of escape sequences.
    func garbage(octets: Int) -> [UInt8] {
        let pieces = [
            "*", "_", "`", "```", "~~", "[", "](", ")", "!", "<", ">", "\n", "\n\n", "    ", "- ", "1. ", "# ", "| ",
            "|-|\n", "\u{1B}[31m",
            "\u{1B}]0;t\u{7}", "\u{1B}", "\u{9B}2J", "\u{202E}", "\u{2066}", "&#27;[2J", "&#x9b;", "&lt;", "\u{0}",
            "\r", "\t", "日本", "👩‍👩‍👧",
            "e\u{301}", "🇩🇪", "👍🏽", "\u{200B}", "http://a.b ", "word ", "\\", "[x]: ", "&#8238;", "<!--", "-->",
            "\u{FE0F}", "١٢", "﷽ ",
        ].map { Array($0.utf8) }
        var bytes: [UInt8] = []
        while bytes.count < octets {
            if below(8) == 0 { bytes.append(UInt8(below(256))) } else { bytes += pieces[below(pieces.count)] }
        }
        return bytes
    }

    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    private func block(depth: Int) -> String {
        switch below(depth > 3 ? 4 : 9) {
        case 0: return "## " + sentence(5)
        case 1: return code()
        case 2: return sentence(30)
        case 3: return table()
        case 4: return nested("- ", "  ", depth)
        case 5: return nested("\(1 + below(12)). ", "    ", depth)
        case 6: return nested("> ", "> ", depth)
        case 7: return nested("- [x] ", "  ", depth)
        default: return sentence(12)
        }
    }

    private func nested(_ first: String, _ rest: String, _ depth: Int) -> String {
        (0..<(1 + below(4))).map { _ in
            var lines = sentence(6) + (below(2) == 0 ? "\n\n" : "\n")
            for _ in 0..<below(3) { lines += block(depth: depth + 1) + (below(2) == 0 ? "\n\n" : "\n") }
            let split = lines.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            return split.enumerated().map { index, line in
                index == 0 ? first + line : line.isEmpty && rest.first == " " ? "" : rest + line
            }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func code() -> String {
        let lines = (0..<(1 + below(6))).map { _ in "let " + sentence(4) + (below(3) == 0 ? " /* " : " */ \"") }
        return "```" + ["swift", "python", "", "nonsense"][below(4)] + "\n" + lines.joined(separator: "\n") + "\n```"
    }

    private func table() -> String {
        let rows = (0..<(1 + below(6))).map { _ in "| \(sentence(2)) | \(below(1_000)) |\n" }
        return "| name | *number* |\n|------|--:|\n" + rows.joined()
    }

    private func sentence(_ words: Int) -> String {
        let choice = [
            "plain", "words", "**bold**", "*lean*", "`code`", "[link](http://x.y/z)", "日本語の文", "👩‍👩‍👧‍👦", "~~old~~", "&amp;",
            "e\u{301}a",
            "<b>", "a_b_c", "https://example.com/path", "1.", "-", "longer-than-usual-words-are-here", "1 * 2",
        ]
        return (0..<(1 + below(words))).map { _ in choice[below(choice.count)] }.joined(separator: " ")
    }
}
