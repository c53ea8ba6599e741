import AI1TestSupport
import Testing

@testable import AI1Terminal

@Suite struct MarkdownSafetyTests {
    /// The row without the marks that `Style` writes; nil when anything else begins with an escape or controls.
    static func stripped(_ row: String) -> String? {
        var text = String.UnicodeScalarView()
        var scalars = Substring(row).unicodeScalars
        var isMarked = false
        while let scalar = scalars.popFirst() {
            guard scalar == "\u{1B}" else {
                let value = scalar.value
                let isBidirectional =
                    value == 0x61C || value == 0x200E || value == 0x200F || (0x202A...0x202E).contains(value)
                    || (0x2066...0x2069).contains(value)
                if value < 0x20 || (0x7F..<0xA0).contains(value) || isBidirectional { return nil }
                text.append(scalar)
                continue
            }
            guard scalars.popFirst() == "[" else { return nil }
            let codes = scalars.prefix { $0 == ";" || ("0"..."9").contains($0) }
            scalars = scalars.dropFirst(codes.count)
            let numbers = codes.split(separator: ";").map { String($0) }
            guard scalars.popFirst() == "m", numbers.allSatisfy(["0", "1", "2", "3", "4", "31", "32", "36"].contains)
            else {
                return nil
            }
            isMarked = numbers != ["0"]
        }
        return isMarked ? nil : String(text)
    }

    @Test("nothing but our own marks comes out, and no row is too wide", arguments: 0..<60 as Range<UInt64>)
    func garbage(seed: UInt64) {
        let markdown = RandomMarkdown(seed: seed)
        let columns = [80, 40, 10][Int(seed % 3)]
        var stream = MarkdownStream(columns: columns, style: Style(hasColor: true))
        var rows: [String] = []
        let random = SeededRandom(seed: seed)
        for piece in random.pieces(of: markdown.garbage(octets: 3_000), largest: 50) {
            stream.feed(piece)
            let update = stream.update()
            rows += update.settled + update.live
        }
        rows += stream.finish().settled
        #expect(!rows.isEmpty)
        for row in rows {
            guard let text = Self.stripped(row) else {
                Issue.record("seed \(seed): \(row.debugDescription)")
                continue
            }
            #expect(DisplayWidth.columns(text) <= columns - 1, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test("without colour no escape comes out", arguments: 0..<12 as Range<UInt64>)
    func plain(seed: UInt64) {
        var stream = MarkdownStream(columns: 40, style: .plain)
        stream.feed(RandomMarkdown(seed: seed).garbage(octets: 3_000))
        #expect(stream.finish().settled.allSatisfy { !$0.contains("\u{1B}") })
    }

    @Test("each row opens and closes its own marks, over wrapped rows too")
    func marks() {
        let text = "**" + String(repeating: "bold words ", count: 20) + "end**"
        let rows = MarkdownText.rows(text, columns: 40, style: Style(hasColor: true))
        #expect(rows.count == 6)
        #expect(rows.allSatisfy { $0.hasPrefix("\u{1B}[1m") && $0.hasSuffix("\u{1B}[0m") })
    }
}
