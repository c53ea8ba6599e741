import AI1Terminal
import Testing

@Suite struct TextTableTests {
    private func models() -> TextTable {
        var table = TextTable(
            [.init("#", .right), .init("target", canShrink: true), .init("cost", .right), .init("score", .right)],
            indent: 2)
        table.append(["1", "openai/gpt-5.4-mini", "0.19 ¢", "0.78"])
        table.append(["10", "日本/モデル", "10.42 ¢", "0.7"])
        table.append(["-", "groq/llama-4-maverick", "cooling down for 22 s (429)"])
        return table
    }

    @Test("columns are aligned by display width and no line ends in blanks")
    func aligned() {
        #expect(
            models().render(width: nil, style: .plain) == """
                   #  target                    cost  score
                   1  openai/gpt-5.4-mini     0.19 ¢   0.78
                  10  日本/モデル            10.42 ¢    0.7
                   -  groq/llama-4-maverick  cooling down for 22 s (429)

                """)
    }

    @Test("on a terminal the columns that may shrink are cut, the others are not")
    func cut() {
        #expect(
            models().render(width: 34, style: .plain) == """
                   #  target           cost  score
                   1  openai/gpt-…   0.19 ¢   0.78
                  10  日本/モデル   10.42 ¢    0.7
                   -  groq/llama-…  cooling down …

                """)
        for width in 1...80 {
            let text = models().render(width: width, style: .plain)
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
        }
        for line in models().render(width: 34, style: .plain).split(separator: "\n") {
            #expect(DisplayWidth.columns(String(line)) <= 34)
        }
    }

    @Test("the widest of several shrinking columns is cut first, and none below six columns")
    func several() {
        var table = TextTable([.init("", canShrink: true), .init("", canShrink: true)])
        table.append([.init(String(repeating: "a", count: 30)), .init(String(repeating: "b", count: 10))])
        #expect(table.render(width: 32, style: .plain) == String(repeating: "a", count: 19) + "…  bbbbbbbbbb\n")
        #expect(table.render(width: 18, style: .plain) == "aaaaaaa…  bbbbbbb…\n")
        #expect(table.render(width: 3, style: .plain) == "aaaaa…  bbbbb…\n")
    }

    @Test("marks go around the text, not around the blanks, and the heading is dim")
    func marks() {
        var table = TextTable([.init("a"), .init("b", .right)])
        table.append([.init("x", .red), .init("1", .bold)])
        table.append([.init("long"), .init("")])
        #expect(
            table.render(width: nil, style: Style(hasColor: true))
                == "\u{1B}[2ma\u{1B}[0m     \u{1B}[2mb\u{1B}[0m\n\u{1B}[31mx\u{1B}[0m     \u{1B}[1m1\u{1B}[0m\nlong\n")
    }

    @Test("cells are put on one line and cleaned, surplus cells are left out, empty tables are empty")
    func hostile() {
        var table = TextTable([.init(""), .init("")])
        #expect(table.isEmpty)
        #expect(table.render(width: 80, style: .plain) == "")
        table.append([.init("a\nb\t\u{1B}[2Jc"), .init("x"), .init("gone")])
        table.append([])
        table.append(["", ""])
        #expect(table.render(width: nil, style: .plain) == "a b c  x\n\n\n")
    }
}
