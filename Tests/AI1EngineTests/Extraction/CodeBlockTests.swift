import AI1Engine
import Testing

@Suite struct CodeBlockTests {
    @Test(
        "the first fenced block is found with its info string and exact content",
        arguments: [
            ("```\na\n```", "", "a\n", true), ("```swift\nlet a = 1\n```\n", "swift", "let a = 1\n", true),
            ("text\n\n```sh -x  \nls\n```\nmore\n```\nno\n```", "sh -x", "ls\n", true),
            ("~~~ py ~ `x`\n```\nin\n```\n~~~", "py ~ `x`", "```\nin\n```\n", true),
            ("````md\n```\nx\n```\n````", "md", "```\nx\n```\n", true), ("```\nx\n`````", "", "x\n", true),
            ("````\nx\n```\n", "", "x\n```\n", false), ("```\n```", "", "", true), ("```", "", "", false),
            ("```js\nx", "js", "x", false), ("   ```\n   a\n     b\n c\n   ```", "", "a\n  b\nc\n", true),
            ("```\na\n    ```\n```", "", "a\n    ```\n", true), ("```\na\n``` x\n```\t \n", "", "a\n``` x\n", true),
            ("```\r\na\r\n\r\nb\r\n```\r\n", "", "a\r\n\r\nb\r\n", true), ("```x\ra\r```\r", "x", "a\r", true),
            ("``` a`b\nx\n```\ny\n", "", "y\n", false), ("```\n\u{0}\t é\n```", "", "\u{0}\t é\n", true),
            ("~~~\nx\n```\n~~\n~~~~", "", "x\n```\n~~\n", true), ("a ```\n```z\n1\n```", "z", "1\n", true),
        ] as [(String, String, String, Bool)])
    func table(text: String, info: String, content: String, closed: Bool) throws {
        let block = try #require(CodeBlock.first(in: Array(text.utf8)))
        #expect(block.info == info)
        #expect(String(decoding: block.content, as: UTF8.self) == content)
        #expect(block.isClosed == closed)
    }

    @Test(
        "without a fence there is no block",
        arguments: ["", "a\nb", "``\nx\n``", "    ```\n    x\n    ```", "`x`", "~~\n"])
    func none(text: String) { #expect(CodeBlock.first(in: Array(text.utf8)) == nil) }

    @Test("the language is the first word of the info string")
    func language() {
        #expect(CodeBlock.first(in: Array("```json title=x\n```".utf8))?.language == "json")
        #expect(CodeBlock.first(in: Array("```\n```".utf8))?.language == "")
    }

    @Test("any octets that hold no longer fence of the same mark come out as they went in")
    func roundTrip() throws {
        var state: UInt64 = 88_172_645_463_325_252
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let alphabet: [UInt8] = [
            0x0A, 0x0D, 0x20, 0x09, UInt8(ascii: "`"), UInt8(ascii: "~"), 0x00, 0xFF, UInt8(ascii: "a"),
        ]
        for _ in 0..<2_000 {
            var content = (0..<next(60)).map { _ in alphabet[next(alphabet.count)] }
            if !content.isEmpty, content.last != 0x0A { content.append(0x0A) }
            let mark = next(2) == 0 ? UInt8(ascii: "`") : UInt8(ascii: "~")
            let fence = [UInt8](repeating: mark, count: 70)
            let before = Array("before\n".utf8)
            let text = before + fence + Array("x\n".utf8) + content + fence + Array("\nafter".utf8)
            let block = try #require(CodeBlock.first(in: text))
            #expect(block.content == content)
            #expect(block.isClosed)
        }
    }

    @Test("ten megabytes of lines with lone CR, CR LF and LF are read once, not once a line")
    func linear() throws {
        let unit = Array("x\r`y`\r\nz\n``\n".utf8)
        var text: [UInt8] = []
        while text.count < 10 << 20 { text += unit }
        #expect(CodeBlock.first(in: text) == nil)
        let body = text
        text = Array("```\n".utf8) + body + Array("```\n".utf8)
        #expect(try #require(CodeBlock.first(in: text)).content.count == body.count)
    }
}
