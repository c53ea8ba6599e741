import Testing

@testable import AI1Terminal

@Suite struct HighlighterTests {
    /// Lines with the marks as letters before what they mark: k keyword, s string, c comment, n number.
    private func marked(_ language: String, _ lines: [String]) -> [String] {
        guard var highlighter = Highlighter(language: language) else { return ["unknown"] }
        let letters: [Style.Marks: String] = [
            Highlighter.keyword: "k", Highlighter.string: "s", Highlighter.comment: "c", Highlighter.number: "n",
            .red: "r",
        ]
        return lines.map { line in
            highlighter.spans(of: line).map { span in letters[span.marks].map { "\($0)⟨\(span.text)⟩" } ?? span.text }
                .joined()
        }
    }

    @Test(
        "words are marked as each language has them",
        arguments: [
            ("swift", "let x = 12 // note", "k⟨let⟩ x = n⟨12⟩ c⟨// note⟩"),
            ("swift", "print(\"a \\\" b\", letter)", "print(s⟨\"a \\\" b\"⟩, letter)"),
            ("python", "def f(): return 'x' # c", "k⟨def⟩ f(): k⟨return⟩ s⟨'x'⟩ c⟨# c⟩"),
            ("ts", "const a = `x`;", "k⟨const⟩ a = s⟨`x`⟩;"),
            ("c", "#include <a.h>", "k⟨#include⟩ <a.h>"),
            ("c", "char c = 'a';", "k⟨char⟩ c = s⟨'a'⟩;"),
            ("c++", "auto n = 0xFFu;", "k⟨auto⟩ n = n⟨0xFFu⟩;"),
            ("go", "func f() { return }", "k⟨func⟩ f() { k⟨return⟩ }"),
            ("rust", "fn f<'a>(s: &'a str) {}", "k⟨fn⟩ f<'a>(s: &'a k⟨str⟩) {}"),
            ("java", "int i = 1_000;", "k⟨int⟩ i = n⟨1_000⟩;"),
            ("bash", "if [ $# -gt 0 ]; then # c", "k⟨if⟩ [ $# -gt n⟨0⟩ ]; k⟨then⟩ c⟨# c⟩"),
            ("json", "{\"a\": \"b\", \"n\": true}", "{\"a\": s⟨\"b\"⟩, \"n\": k⟨true⟩}"),
            ("yaml", "- name: x # c", "- k⟨name⟩: x c⟨# c⟩"),
            ("sql", "Select 'O''B' -- c", "k⟨Select⟩ s⟨'O''B'⟩ c⟨-- c⟩"),
            ("html", "<a href=\"x\">t</a>", "<k⟨a⟩ href=s⟨\"x\"⟩>t<k⟨/a⟩>"),
            ("css", "color: red; /* c */", "k⟨color⟩: red; c⟨/* c */⟩"),
            ("diff", "-old", "r⟨-old⟩"),
            ("toml", "key = \"v\"", "k⟨key⟩ = s⟨\"v\"⟩"),
            ("ruby", "puts \"x\" if y # c", "puts s⟨\"x\"⟩ k⟨if⟩ y c⟨# c⟩"),
            ("kotlin", "val x = null", "k⟨val⟩ x = k⟨null⟩"),
            ("swift title=\"x\"", "let", "k⟨let⟩"),
            ("unheard-of", "let", "unknown"),
        ])
    func words(language: String, line: String, expected: String) { #expect(marked(language, [line]) == [expected]) }

    @Test("comments and strings go on over the ends of lines")
    func carried() {
        #expect(
            marked("swift", ["a /* b", "c /* d */ e", "f */ let"])
                == ["a c⟨/* b⟩", "c⟨c /* d */ e⟩", "c⟨f */⟩ k⟨let⟩"])
        #expect(marked("python", ["x = \"\"\"a", "b\"\"\" if"]) == ["x = s⟨\"\"\"a⟩", "s⟨b\"\"\"⟩ k⟨if⟩"])
        #expect(marked("c", ["char *s = \"open", "int"]) == ["k⟨char⟩ *s = s⟨\"open⟩", "k⟨int⟩"])
        #expect(marked("html", ["<!-- a", "b --> <p"]) == ["c⟨<!-- a⟩", "c⟨b -->⟩ <k⟨p⟩"])
    }

    @Test("the pieces of a line are the line", arguments: HighlightLanguage.all.map { $0.names[0] })
    func whole(language: String) throws {
        var highlighter = try #require(Highlighter(language: language))
        for line in MarkdownTorture.text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(highlighter.spans(of: String(line)).map(\.text).joined() == String(line))
        }
    }
}
