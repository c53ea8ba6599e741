internal import AI1Core

/// Rows in aligned columns, two spaces apart, without lines or boxes.
///
/// A row with fewer cells than there are columns lets its last cell run on over the rest. In a pipe nothing is cut; on
/// a terminal the widest columns are cut until a row fits.
package struct TextTable: Sendable {
    package enum Alignment: Sendable, Hashable { case left, right }

    /// A column's heading and how its cells stand.
    package struct Column: Sendable, Hashable {
        package let title: String
        package let alignment: Alignment
        /// Whether cells may be cut to make a row fit. Numbers and names that are typed again should not be.
        package let canShrink: Bool

        package init(_ title: String, _ alignment: Alignment = .left, canShrink: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.canShrink = canShrink
        }
    }

    /// A cell's text and mark. The text is cleaned and put on one line by the table.
    package struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
        package let text: String
        package let mark: Style.Mark

        package init(_ text: String, _ mark: Style.Mark = .none) {
            self.text = text
            self.mark = mark
        }

        package init(stringLiteral value: String) { self.init(value) }
    }

    /// A column is never cut below this.
    private static let minimumColumns = 6
    private static let gap = 2
    private static let maximumCell = 10_000

    private let columns: [Column]
    private let indent: Int
    private var rows: [[Cell]] = []

    /// - Parameter indent: spaces before every row
    package init(_ columns: [Column], indent: Int = 0) {
        self.columns = columns
        self.indent = indent
    }

    package var isEmpty: Bool { rows.isEmpty }

    /// Adds a row; cells beyond the last column are left out.
    package mutating func append(_ cells: [Cell]) {
        rows.append(
            cells.prefix(columns.count).map {
                Cell(TerminalCleaner.cleanLine($0.text, limit: Self.maximumCell), $0.mark)
            })
    }

    /// The lines, each with its end. The heading is left out when no column has a title.
    /// - Parameters:
    ///   - width: columns of the terminal; nil cuts nothing
    ///   - style: how marks are written
    package func render(width: Int?, style: Style) -> String {
        let headed = columns.contains { !$0.title.isEmpty }
        let heading = columns.map { Cell($0.title, .dim) }
        let widths = fitted(natural(headed ? [heading] + rows : rows), to: width)
        var text = headed ? line(heading, widths, width, style) : ""
        for row in rows { text += line(row, widths, width, style) }
        return text
    }

    /// The widest cell of every column. A cell that runs on over other columns does not count.
    private func natural(_ rows: [[Cell]]) -> [Int] {
        var widths = [Int](repeating: 0, count: columns.count)
        for row in rows {
            for (index, cell) in row.enumerated() where index < row.count - 1 || row.count == columns.count {
                widths[index] = max(widths[index], DisplayWidth.columns(cell.text))
            }
        }
        return widths
    }

    private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
        guard let width else { return natural }
        var widths = natural
        var excess = indent + widths.reduce(0, +) + Self.gap * max(0, columns.count - 1) - width
        while excess > 0 {
            let shrinkable = widths.indices.filter { columns[$0].canShrink && widths[$0] > Self.minimumColumns }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            let second = shrinkable.filter { $0 != widest }.map { widths[$0] }.max() ?? Self.minimumColumns
            let step = min(excess, max(1, widths[widest] - max(second, Self.minimumColumns)))
            widths[widest] -= step
            excess -= step
        }
        return widths
    }

    private func line(_ row: [Cell], _ widths: [Int], _ width: Int?, _ style: Style) -> String {
        var text = String(repeating: " ", count: indent)
        // Spaces are written only before a next cell, so that no line ends in them.
        var owed = 0
        var used = indent
        for (index, cell) in row.enumerated() {
            let runsOn = index == row.count - 1 && row.count < columns.count
            let room = runsOn ? width.map { max(1, $0 - used - owed) } : widths[index]
            let shown = room.map { DisplayWidth.truncate(cell.text, to: $0) } ?? cell.text
            let taken = DisplayWidth.columns(shown)
            let padding = runsOn ? 0 : max(0, widths[index] - taken)
            let before = !runsOn && columns[index].alignment == .right ? padding : 0
            if taken > 0 {
                text += String(repeating: " ", count: owed + before) + style.apply(cell.mark, shown)
                used += owed + before + taken
                owed = padding - before + Self.gap
            } else {
                owed += padding + Self.gap
            }
        }
        return (used == indent ? "" : text) + "\n"
    }
}
