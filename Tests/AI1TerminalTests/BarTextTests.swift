import AI1Terminal
import Testing

@Suite("Bars")
struct BarTextTests {
    @Test("A line has one character an amount, the largest full, and only nothing as nothing")
    func line() {
        let blocks = BarText(hasBlocks: true)
        #expect(blocks.line([0, 1, 50, 100, 0]) == "▁▂▅█▁")
        #expect(blocks.line([]) == "" && blocks.line([0, 0]) == "▁▁" && blocks.line([-5, 3]) == "▁█")
        #expect(blocks.line([.max, 1, .max / 2]) == "█▂▄")
        #expect(BarText(hasBlocks: false).line([0, 1, 50, 100]) == "_.+#")
    }

    @Test("A bar is as long as its amount, in eighths of a column where there are blocks")
    func bar() {
        let blocks = BarText(hasBlocks: true)
        #expect(blocks.bar(100, of: 100, width: 4) == "████" && blocks.bar(50, of: 100, width: 3) == "█▌")
        #expect(blocks.bar(1, of: .max, width: 20) == "▏" && blocks.bar(.max, of: .max, width: 2) == "██")
        #expect(blocks.bar(0, of: 5, width: 9) == "" && blocks.bar(5, of: 0, width: 9) == "")
        #expect(blocks.bar(5, of: 5, width: 0) == "" && blocks.bar(9, of: 5, width: 2) == "██")
        let plain = BarText(hasBlocks: false)
        #expect(plain.bar(50, of: 100, width: 4) == "##" && plain.bar(1, of: 1_000, width: 4) == "#")
    }

    @Test(
        "The first of LC_ALL, LC_CTYPE and LANG that says anything decides",
        arguments: [
            ([:], false), (["LANG": "C"], false), (["LANG": "de_DE.UTF-8"], true), (["LANG": "en_US.utf8"], true),
            (["LANG": "C.UTF-8"], true), (["LC_ALL": "C", "LANG": "de_DE.UTF-8"], false),
            (["LC_ALL": "", "LC_CTYPE": "UTF-8", "LANG": "C"], true), (["LANG": "ca_ES.utf8@valencia"], true),
            (["LANG": "de_DE.ISO-8859-1"], false),
        ] as [([String: String], Bool)])
    func locale(environment: [String: String], hasBlocks: Bool) {
        #expect(BarText(environment: environment).hasBlocks == hasBlocks)
    }
}
