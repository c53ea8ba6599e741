import AI1Terminal
import Testing

@Suite struct MarkdownSnapshotTests {
    @Test("the torture file is laid out as it was read and found good", arguments: [80, 40])
    func snapshot(columns: Int) {
        let rows = MarkdownText.rows(MarkdownTorture.text, columns: columns, style: .plain)
        let expected = columns == 80 ? MarkdownSnapshot80.rows : MarkdownSnapshot40.rows
        #expect(rows.joined(separator: "\n") == expected)
    }

    @Test("no row is as wide as the terminal", arguments: [10, 13, 23, 40, 80, 132])
    func widths(columns: Int) {
        for row in MarkdownText.rows(MarkdownTorture.text, columns: columns, style: .plain) {
            #expect(DisplayWidth.columns(row) <= columns - 1, "\(row)")
        }
    }

    @Test("with colour the text is the same but for the marks of code")
    func colour() {
        let coloured = MarkdownText.rows(MarkdownTorture.text, columns: 80, style: Style(hasColor: true))
        let shown = coloured.map { $0.replacing("\u{1B}", with: "␛") }.joined(separator: "\n")
        #expect(shown == MarkdownSnapshot80.coloured)
    }
}
