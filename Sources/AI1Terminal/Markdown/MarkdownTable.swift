/// How wide the columns of a table are.
struct MarkdownTable: Sendable, Hashable {
    enum Alignment: Sendable, Hashable { case left, center, right }
    typealias Cells = [[MarkdownWord]]

    static let gap = 2
    /// A column is not made narrower than this for the sake of others.
    private static let narrowest = 6

    let alignments: [Alignment]
    /// Columns of each column; nil when they do not fit beside each other and each row is a list of its cells.
    let widths: [Int]?
    /// The cells of the heading, for rows that are lists.
    let header: Cells

    /// - Parameters:
    ///   - rows: with the heading first; the rows that the widths are made for
    ///   - room: columns for a row
    init(alignments: [Alignment], rows: [Cells], room: Int) {
        self.alignments = alignments
        header = rows.first ?? []
        var natural = [Int](repeating: 1, count: alignments.count)
        for row in rows {
            for (index, cell) in row.enumerated() where index < natural.count {
                natural[index] = max(natural[index], Self.columns(cell))
            }
        }
        widths = Self.fitted(natural, to: room - Self.gap * max(0, natural.count - 1))
    }

    /// The widest columns are narrowed to the same width, until all fit.
    private static func fitted(_ natural: [Int], to room: Int) -> [Int]? {
        if natural.reduce(0, +) <= room { return natural }
        guard natural.reduce(0, { $0 + min($1, narrowest) }) <= room else { return nil }
        var low = narrowest
        var high = room
        while low < high {
            let middle = (low + high + 1) / 2
            if natural.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
        }
        var left = room - natural.reduce(0) { $0 + min($1, low) }
        return natural.map { width in
            guard width > low, left > 0 else { return min(width, low) }
            left -= 1
            return low + 1
        }
    }

    /// Columns of a cell in one row, or of its widest row.
    static func columns(_ cell: [MarkdownWord]) -> Int {
        var widest = 0
        var width = 0
        for word in cell {
            if word.join == .line { width = 0 }
            width += word.columns + (word.join == .blank && width > 0 ? 1 : 0)
            widest = max(widest, width)
        }
        return widest
    }

    /// The lines of one row of the table, each of words and blanks.
    func lines(_ cells: Cells, widths: [Int]) -> [[[MarkdownWord]]] {
        let wrapped = widths.indices.map { index in
            index < cells.count ? MarkdownWrap.rows(cells[index], columns: max(2, widths[index])) : []
        }
        let height = max(1, wrapped.map(\.count).max() ?? 1)
        return (0..<height).map { line in wrapped.map { line < $0.count ? $0[line] : [] } }
    }

    /// Blanks before a cell's text.
    func lead(_ index: Int, of used: Int, in width: Int) -> Int {
        switch alignments[index] {
        case .left: 0
        case .right: max(0, width - used)
        case .center: max(0, width - used) / 2
        }
    }
}
