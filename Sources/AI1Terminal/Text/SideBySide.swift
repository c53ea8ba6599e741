/// Texts in columns beside each other, for comparing them by eye.
package enum SideBySide {
    /// A column is at least so wide; narrower ones are hard to read.
    package static let narrowest = 24
    private static let gap = 3

    package struct Column: Sendable, Hashable {
        /// Lines above the text.
        package var head: [String]
        package var text: String
        /// Lines below it.
        package var foot: [String]

        package init(head: [String], text: String, foot: [String]) {
            self.head = head
            self.text = text
            self.foot = foot
        }
    }

    /// The columns as lines; nil when so many do not fit beside each other.
    /// - Parameters:
    ///   - columns: cleaned of control characters
    ///   - width: columns of the terminal
    package static func render(_ columns: [Column], width: Int, style: Style) -> String? {
        guard !columns.isEmpty else { return nil }
        let each = (width - gap * (columns.count - 1)) / columns.count
        guard each >= narrowest else { return nil }
        let heads = rows(columns.map { $0.head.flatMap { WrappedText.lines($0, width: each) } })
        let texts = rows(columns.map { WrappedText.lines($0.text, width: each) })
        let feet = rows(columns.map { $0.foot.flatMap { WrappedText.lines($0, width: each) } })
        let rule = columns.map { _ in String(repeating: "─", count: each) }
        var lines = heads.map { joined($0, each) { style.bold($0) } }
        lines.append(joined(rule, each) { style.dim($0) })
        lines += texts.map { joined($0, each) { $0 } }
        lines.append("")
        lines += feet.map { joined($0, each) { style.dim($0) } }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Row by row what stands in each column.
    private static func rows(_ columns: [[String]]) -> [[String]] {
        (0..<(columns.map(\.count).max() ?? 0)).map { row in
            columns.map { row < $0.count ? $0[row] : "" }
        }
    }

    private static func joined(_ cells: [String], _ width: Int, _ styled: (String) -> String) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            line += cell.isEmpty ? "" : styled(cell)
            guard cells[(index + 1)...].contains(where: { !$0.isEmpty }) else { break }
            line += String(repeating: " ", count: width - DisplayWidth.columns(cell) + gap)
        }
        return line
    }
}
