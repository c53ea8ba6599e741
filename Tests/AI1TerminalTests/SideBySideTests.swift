import AI1Terminal
import Testing

@Suite("Texts beside each other")
struct SideBySideTests {
    private let plain = Style(hasColor: false)

    @Test("words stay whole, longer ones are broken, empty lines and indents are kept")
    func wrapping() {
        #expect(WrappedText.lines("one two three", width: 7) == ["one two", "three"])
        #expect(WrappedText.lines("a\n\nb", width: 7) == ["a", "", "b"])
        #expect(WrappedText.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(WrappedText.lines("  let a = 1 + 2", width: 10) == ["  let a =", "1 + 2"])
        #expect(WrappedText.lines("\tx", width: 9) == ["    x"])
        #expect(WrappedText.lines("", width: 9) == [""])
    }

    @Test("wide characters count two columns")
    func wide() {
        #expect(WrappedText.lines("漢字漢字漢字", width: 5) == ["漢字", "漢字", "漢字"])
        for line in WrappedText.lines("漢字 and words 漢字漢字 mixed", width: 9) {
            #expect(DisplayWidth.columns(line) <= 9)
        }
    }

    @Test("no line is wider than asked for, and no word is lost", arguments: 1...40)
    func bounds(width: Int) {
        let text = "The quick brown fox, jumping over   supercalifragilistic dogs.\n  indented line of words\n\nend"
        let lines = WrappedText.lines(text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= width })
        let letters: (String) -> String = { $0.filter { !$0.isWhitespace } }
        #expect(letters(lines.joined()) == letters(text))
    }

    @Test("columns are aligned, with their heads and feet")
    func columns() {
        let shown = SideBySide.render(
            [
                SideBySide.Column(head: ["1 gpt"], text: "a short answer", foot: ["0.1 ¢"]),
                SideBySide.Column(head: ["2 claude"], text: "an answer of some more words that wraps", foot: ["0.4 ¢"]),
            ], width: 60, style: plain)
        #expect(
            shown == """
                1 gpt                          2 claude
                ────────────────────────────   ────────────────────────────
                a short answer                 an answer of some more words
                                               that wraps

                0.1 ¢                          0.4 ¢

                """)
    }

    @Test("too many columns for the width are not drawn")
    func narrow() {
        let column = SideBySide.Column(head: ["x"], text: "y", foot: [])
        #expect(SideBySide.render([column, column, column], width: 60, style: plain) == nil)
        #expect(SideBySide.render([column, column], width: 60, style: plain) != nil)
    }
}
