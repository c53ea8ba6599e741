import Testing

@testable import AI1Terminal

@Suite("Texts in the line")
struct LineTextTests {
    @Test("a paste has Unix line ends, no controls and no escape sequences")
    func cleaned() {
        let text = "a\r\nb\rc\n\td\u{1B}[31me\u{7}\u{0}f\u{1B}]0;title\u{7}g\r"
        #expect(PasteText.cleaned(Array(text.utf8)) == "a\nb\nc\n\tdefg\n")
        #expect(PasteText.cleaned([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
    }

    @Test("long texts stand in the line as a few words, which become the texts again")
    func shelf() {
        var shelf = PasteShelf()
        let lines = (1...200).map { $0 % 5 == 0 ? "" : "line \($0)" }.joined(separator: "\n") + "\nend"
        let wide = String(repeating: "é", count: 2_500)
        #expect(PasteShelf.isLong(lines) && PasteShelf.isLong(wide))
        let first = shelf.fold(lines, kind: "paste")
        let second = shelf.fold(wide, kind: "text")
        #expect(first == "[paste 1: 201 lines]")
        #expect(second == "[text 2: 2,500 characters]")
        #expect(shelf.expand("look at \(first) and \(second)\(first)!") == "look at \(lines) and \(wide)\(lines)!")
        #expect(shelf.expand("[paste 3: 4 lines] [") == "[paste 3: 4 lines] [")
    }

    @Test("short texts are not long")
    func short() {
        #expect(!PasteShelf.isLong(String(repeating: "x\n", count: 10)))
        #expect(PasteShelf.isLong(String(repeating: "x\n", count: 11)))
        #expect(!PasteShelf.isLong(String(repeating: "é", count: 2_000)))
    }

    @Test("words within a kept text are not replaced")
    func nested() {
        var shelf = PasteShelf()
        let first = shelf.fold("one", kind: "paste")
        let second = shelf.fold("has \(first) in it", kind: "paste")
        #expect(shelf.expand(second) == "has \(first) in it")
    }

    @Test("the shelf keeps the newest texts only")
    func limit() {
        var shelf = PasteShelf()
        let words = (0...PasteShelf.maximumTexts).map { shelf.fold("text \($0)", kind: "paste") }
        #expect(shelf.expand(words[0]) == words[0])
        #expect(shelf.expand(words[1]) == "text 1")
    }

    @Test(
        "a block goes on until its second mark, which is at the end",
        arguments: [
            ("\"\"\"", true, "\"\"\""), ("\"\"\"\na", true, "\"\"\"\na"), ("\"\"\"a\"\"\"", false, "a"),
            ("\"\"\"\na\n\nb\n\"\"\"", false, "a\n\nb"), ("\"\"\"a\"\"\" b", true, "\"\"\"a\"\"\" b"),
            ("\"\"\"a\n\"\"\" \n", false, "a"), ("a \"\"\"", false, "a \"\"\""), ("\"\"\"\"\"", true, "\"\"\"\"\""),
            ("\"\"\"\"\"\"", false, ""), ("", false, ""),
        ])
    func block(line: String, isOpen: Bool, content: String) {
        #expect(QuotedBlock.isOpen(line) == isOpen)
        #expect(QuotedBlock.content(line) == content)
    }

    @Test("the word before the cursor is completed, cut between characters")
    func request() {
        let request = CompletionRequest(line: "/load grö src", cursor: 10)
        #expect(request.before == "/load ")
        #expect(request.word == "grö")
        #expect(CompletionRequest(line: "/mo", cursor: 3).word == "/mo")
        #expect(CompletionRequest(line: "a b", cursor: 99).word == "b")
        #expect(CompletionRequest(line: "a\nb", cursor: 3).before == "a\n")
        #expect(CompletionRequest(line: "", cursor: -1).word == "")
    }

    @Test("candidates stand in columns, by their last part, and never wider than the terminal")
    func list() {
        #expect(CompletionList.rows(["src/a.c", "src/lib/", "/help"], columns: 80) == ["a.c    lib/   /help"])
        #expect(CompletionList.rows(["alpha", "beta", "gamma"], columns: 16) == ["alpha  gamma", "beta"])
        #expect(CompletionList.rows(["漢字漢字漢字"], columns: 8) == ["漢字漢…"])
        #expect(CompletionList.rows([], columns: 8) == [])
        let many = CompletionList.rows((0..<1_000).map { "name\($0)" }, columns: 40)
        #expect(many.count == CompletionList.maximumRows + 1)
        #expect(many.allSatisfy { DisplayWidth.columns($0) < 40 })
        #expect(many.last == "… 960 more")
    }

    @Test("escape sequences of a prompt are marked, other controls go")
    func prompt() {
        let marked = PromptText.marked("\u{1B}[1;32mai1\u{1B}[0m\n›\u{7} ")
        #expect(marked == "\u{1}\u{1B}[1;32m\u{2}ai1\u{1}\u{1B}[0m\u{2} › ")
        #expect(PromptText.visible(marked) == "ai1 › ")
        #expect(PromptText.marked("a\u{1B}[3") == "a\u{1}\u{1B}[3\u{2}")
    }

    @Test(
        "the cursor's row counts wrapped rows and line ends",
        arguments: [
            ("", 0), ("1234", 0), ("12345", 1), ("123456", 1), ("漢漢", 0), ("漢漢漢", 1), ("1234漢", 1), ("a\nb", 1),
            ("12345\n", 1), ("\n\n", 2),
        ])
    func layout(text: String, row: Int) {
        #expect(InputLayout.row(behind: text, columns: 5) == row)
    }
}
