import AI1Core
import AI1Terminal
import AI1TestSupport
import Testing

@Suite struct LivePainterTests {
    private func shown(_ rows: [String]) -> [String] { rows.compactMap { MarkdownSafetyTests.stripped($0) } }

    @Test("the screen shows the settled and the live rows after any updates", arguments: 0..<24 as Range<UInt64>)
    func streams(seed: UInt64) {
        let random = SeededRandom(seed: seed)
        let columns = [80, 40][Int(seed % 2)]
        let height = [200, 24, 6][Int(seed % 3)]
        var stream = MarkdownStream(columns: columns, style: Style(hasColor: true))
        var painter = LivePainter(columns: columns, rows: height)
        var terminal = TinyTerminal(columns: columns, height: height)
        var settled: [String] = []
        let text = Array(RandomMarkdown(seed: seed).text(blocks: 12).utf8)
        for piece in random.pieces(of: text, largest: 30) {
            stream.feed(piece)
            let update = stream.update()
            let gone = terminal.history
            terminal.write(painter.paint(update))
            settled += update.settled
            let all = shown(settled + update.live).map(\.trimmed)
            let seen = Array(terminal.text.dropLast())
            let reachable = min(seen.count, height - 1)
            #expect(terminal.isAtLineStart)
            #expect(Array(terminal.history.prefix(gone.count)) == gone)
            guard seen.suffix(reachable) == all.suffix(reachable) else {
                Issue.record("seed \(seed): \(seen.suffix(reachable)) for \(all.suffix(reachable))")
                return
            }
        }
        terminal.write(painter.paint(stream.finish()))
        #expect(terminal.complaint == nil, "seed \(seed)")
    }

    @Test("rows that come, go and change at random end up as they should", arguments: 0..<60 as Range<UInt64>)
    func updates(seed: UInt64) {
        let random = SeededRandom(seed: seed)
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        func row() -> String {
            let style = Style(hasColor: true)
            return (0..<below(5)).map { _ in
                [style.bold("bold"), "plain", "日本", style.dim("a b"), "e\u{301}", "👩‍👩‍👧‍👦"][below(6)]
            }.joined(separator: below(2) == 0 ? " " : "")
        }
        let height = 5 + below(8)
        var painter = LivePainter(columns: 60, rows: height)
        var terminal = TinyTerminal(columns: 60, height: height)
        var live: [String] = []
        for step in 0..<60 {
            let settled = live.prefix(below(3))
            live.removeFirst(settled.count)
            if below(3) == 0 { live = Array(live.dropLast(below(4))) }
            if !live.isEmpty { live[below(live.count)] += below(2) == 0 ? row() : "" }
            if !live.isEmpty, below(2) == 0 { live[live.count - 1] += "xyz" }
            live += (0..<below(4)).map { _ in row() }
            live = live.map { DisplayWidth.columns(MarkdownSafetyTests.stripped($0) ?? "") < 60 ? $0 : "short" }
            let top = terminal.history.count
            terminal.write(painter.paint(RowUpdate(settled: Array(settled), live: live)))
            let base = terminal.text.count - 1 - live.count
            for (index, row) in shown(live).enumerated() where base + index >= top {
                #expect(terminal.text[base + index] == row.trimmed, "seed \(seed), step \(step)")
            }
            #expect(terminal.isAtLineStart)
            if below(12) == 0 {
                let reachable = max(base, terminal.history.count)
                terminal.write(painter.erase())
                live = []
                #expect(terminal.text.count - 1 == reachable, "seed \(seed), step \(step)")
            }
        }
        #expect(terminal.complaint == nil, "seed \(seed)")
    }

    @Test("nothing is written when nothing changed, and only the new words when a row grew")
    func few() {
        var painter = LivePainter(columns: 80, rows: 24)
        let first = String(decoding: painter.paint(RowUpdate(live: ["one", "two"])), as: UTF8.self)
        #expect(first == "one\r\ntwo\r\n")
        #expect(painter.paint(RowUpdate(live: ["one", "two"])) == [])
        let grown = String(decoding: painter.paint(RowUpdate(live: ["one", "two three"])), as: UTF8.self)
        #expect(grown == "\u{1B}[1A\u{1B}[3C three\r\n")
        #expect(painter.paint(RowUpdate(settled: ["one", "two three"])) == [])
        let next = String(decoding: painter.paint(RowUpdate(live: ["four"])), as: UTF8.self)
        #expect(next == "four\r\n")
        let shorter = String(decoding: painter.paint(RowUpdate(live: ["fo"])), as: UTF8.self)
        #expect(shorter == "\u{1B}[1A\u{1B}[2C\u{1B}[K\r\n")
        #expect(String(decoding: painter.erase(), as: UTF8.self) == "\u{1B}[1A\u{1B}[J")
        #expect(painter.erase() == [])
    }

    @Test("prose costs few octets more than it has", arguments: [4, 20])
    func octets(piece: Int) {
        var stream = MarkdownStream(columns: 80, style: Style(hasColor: true))
        var painter = LivePainter(columns: 80, rows: 24)
        let text = Array(
            String(repeating: "Plain words of an ordinary answer follow each other here. ", count: 100).utf8)
        var written = 0
        var pieces = 0
        for start in stride(from: 0, to: text.count, by: piece) {
            stream.feed(Array(text[start..<min(start + piece, text.count)]))
            let octets = painter.paint(stream.update()).count
            #expect(octets <= 4 * 80)
            written += octets
            pieces += 1
        }
        #expect(written <= pieces * (piece + 16))
    }

    @Test(
        "a terminal that got narrower has wrapped the rows, and they are replaced all the same",
        arguments: [60, 33, 20])
    func narrower(columns: Int) {
        var terminal = TinyTerminal(columns: 80, height: 24)
        var painter = LivePainter(columns: 80, rows: 24)
        terminal.write(Array("before\r\n".utf8))
        let rows = ["short", String(repeating: "wide ", count: 14) + "end", "last"]
        terminal.write(painter.paint(RowUpdate(live: rows)))
        terminal.resize(columns: columns)
        painter.resized(columns: columns, rows: 24)
        terminal.write(painter.paint(RowUpdate(live: ["short", "new", "rows", "here"])))
        #expect(terminal.text == ["before", "short", "new", "rows", "here", ""])
        terminal.write(painter.erase())
        #expect(terminal.text == ["before", ""])
        #expect(terminal.complaint == nil)
    }
}
