import Testing

@testable import AI1Documents

/// Pages of others as text. libxml2 must be installed.
@Suite("Web pages")
struct HTMLDocumentTests {
    private func text(_ page: String, _ charset: Charset? = nil) -> HTMLDocument.Outcome {
        HTMLDocument.text(of: Array(page.utf8), charset: charset)
    }

    @Test("Headings, paragraphs, lists and links stay, scripts and navigation go")
    func readable() {
        let page = """
            <!doctype html><html><head><title>A page</title><style>p { color: red }</style>
            <script>var x = "</p>"; steal()</script></head>
            <body><nav><a href="/">Home</a></nav>
            <h1>The   heading</h1><p>One <b>bold</b> word,
            and <a href="https://example.com/x">a link</a>.<br>A line</p>
            <ul><li>first</li><li>second<ol><li>deep</li><li>deeper</li></ol></li></ul>
            <h2>Next</h2><p>after &amp; &lt;that&gt; &eacute;</p>
            <pre>keep   this
              as it is</pre>
            <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
            <p><img src="x.png" alt="a cat"> <a href="javascript:x()">run</a> <a href="#top">top</a></p>
            <button>Buy</button></body></html>
            """
        #expect(
            text(page)
                == .text(
                    """
                    A page

                    # The heading

                    One bold word, and [a link](https://example.com/x).
                    A line

                    - first
                    - second
                      1. deep
                      2. deeper

                    ## Next

                    after & <that> é

                    ```
                    keep   this
                      as it is
                    ```

                    a | b

                    1 | 2

                    [image: a cat] run top

                    """))
    }

    @Test(
        "Broken pages are read as far as they go",
        arguments: [
            ("<p>one<p>two", "one\n\ntwo\n"), ("plain words", "plain words\n"),
            ("<b>never <i>closed", "never closed\n"), ("</div></p>x", "x\n"), ("<a href=>x</a>", "x\n"),
            ("<a href='https://e.org'><div>block</div></a>", "block\n"), ("<li>alone", "- alone\n"),
        ])
    func broken(page: String, expected: String) { #expect(text(page) == .text(expected)) }

    @Test("A page that only scripts fill has no text")
    func empty() {
        #expect(text("<html><body><div id=app></div><script>render()</script></body></html>") == .text(""))
    }

    @Test("A page in any usual character set is read, whoever says which it is")
    func charsets() {
        let latin: [UInt8] = Array("<p>na".utf8) + [0xEF] + Array("ve".utf8)
        #expect(HTMLDocument.text(of: latin, charset: nil) == .text("naïve\n"))
        #expect(HTMLDocument.text(of: latin, charset: Charset(label: "iso-8859-1")) == .text("naïve\n"))
        let named = Array("<meta charset=koi8-r><p>".utf8) + [0xF0, 0xD2, 0xC9]
        #expect(HTMLDocument.text(of: named, charset: nil) == .text("При\n"))
        #expect(text("<p>日本語 naïve") == .text("日本語 naïve\n"))
        #expect(text("<meta charset=iso-8859-1><p>é", .utf8) == .text("é\n"))
    }

    @Test("A page nested deeper than a reader goes is no crash")
    func deep() {
        let page = String(repeating: "<div>", count: 100_000) + "<p>bottom"
        switch text(page) {
        case .text, .unreadable: break
        case .noReader: Issue.record("libxml2 is missing")
        }
    }

    @Test("A page above the limit is not read")
    func large() {
        #expect(
            HTMLDocument.text(of: [UInt8](repeating: 0x20, count: HTMLDocument.limitBytes + 1), charset: nil)
                == .unreadable)
    }
}
