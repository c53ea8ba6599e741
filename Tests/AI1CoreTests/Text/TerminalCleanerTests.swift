import AI1Core
import AI1TestSupport
import Testing

@Suite("Text for a terminal")
struct TerminalCleanerTests {
    @Test(
        "control characters, escape sequences and bidirectional controls go, text stays",
        arguments: [
            ("plain é 漢 😀\n\tx", "plain é 漢 😀\n\tx"), ("a\u{1B}[31mred\u{1B}[0m", "ared"),
            ("a\u{1B}]0;title\u{7}b", "ab"), ("a\u{1B}]8;;http://x\u{1B}\\b", "ab"), ("a\u{1B}Pq\u{1B}\\b", "ab"),
            ("a\u{1B}_x\u{1B}\\b\u{1B}^y\u{1B}\\c\u{1B}Xz\u{1B}\\d", "abcd"), ("a\u{9B}31mb", "ab"),
            ("a\u{9D}0;t\u{9C}b", "ab"),
            ("a\u{0}\u{7}\u{8}\u{D}\u{7F}b", "ab"), ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e", "abcde"),
            ("a\u{1B}cb", "ab"),
            ("a\u{1B}(Bb", "ab"), ("\u{1B}[2J\u{1B}[H", ""), ("a\u{85}b", "ab"), ("e\u{301}", "e\u{301}"),
            ("\u{1B}[31\u{1B}[32mgreen", "green"),
        ])
    func cleaned(text: String, expected: String) {
        #expect(TerminalCleaner.clean(text) == expected)
    }

    @Test("pieces of any size are cleaned like the whole, and nothing dangerous ever comes through")
    func anyPieces() {
        let random = SeededRandom(seed: 11)
        let parts = [
            "\u{1B}", "[", "31", "m", "]", "0;", "\u{7}", "\\", "é", "漢", "😀", "\u{9B}", "\u{202E}", "a", "\n", "P",
            "\u{7F}",
            "\u{0}", " ",
        ]
        for _ in 0..<2_000 {
            let text = (0..<20).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
            let bytes = Array(text.utf8)
            var cleaner = TerminalCleaner()
            var output: [UInt8] = []
            for piece in random.pieces(of: bytes, largest: 3) {
                piece.withUnsafeBytes { cleaner.feed($0, into: &output) }
            }
            #expect(String(decoding: output, as: UTF8.self) == TerminalCleaner.clean(text))
            #expect(String(decoding: output, as: UTF8.self).unicodeScalars.allSatisfy(Self.isSafe))
        }
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" || scalar == "\t" { return true }
        return scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}"
    }

    @Test("octets that are not UTF-8 do not come through")
    func invalid() {
        var cleaner = TerminalCleaner()
        var output: [UInt8] = []
        let bytes: [UInt8] = [0x61, 0x80, 0xFF, 0xC2, 0x62, 0xE2, 0x82, 0x63]
        bytes.withUnsafeBytes { cleaner.feed($0, into: &output) }
        #expect(output == Array("abc".utf8))
    }

    @Test("a message is one line of bounded length")
    func line() {
        #expect(TerminalCleaner.cleanLine("a\n b\t\u{1B}[1mc") == "a b c")
        #expect(TerminalCleaner.cleanLine(String(repeating: "x", count: 500), limit: 10).count == 10)
    }
}
