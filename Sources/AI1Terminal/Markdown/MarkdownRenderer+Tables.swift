internal import CMarkdown

/// Tables: columns beside each other without boxes, or where they do not fit a list of cells for each row.
extension MarkdownRenderer {
    mutating func table(_ node: MarkdownNode) {
        let isContinued = isContext(node)
        var cells: [MarkdownTable.Cells] = []
        var child = node.firstChild
        while let row = child {
            cells.append(Self.cells(of: row, layout.style))
            child = row.next
        }
        roomyLead()
        let table: MarkdownTable
        if isContinued, let frozen = start.table {
            table = frozen
        } else {
            let alignments = cells.first.map { $0.indices.map { node.alignment(of: $0) } } ?? []
            table = MarkdownTable(alignments: alignments, rows: cells, room: textRoom)
        }
        end.table = table
        let body = cells.dropFirst()
        if let widths = table.widths {
            if !isContinued {
                tableRow(table.header, in: table, widths)
                let rules = widths.map { String(repeating: layout.signs.rule, count: $0) }
                row { row in
                    for (index, rule) in rules.enumerated() {
                        if index > 0 { row.append(String(repeating: " ", count: MarkdownTable.gap)) }
                        row.append(rule, .dim)
                    }
                }
            }
            for cells in body { tableRow(cells, in: table, widths) }
        } else {
            if body.isEmpty, !isContinued { record([], in: table) }
            for (index, cells) in body.enumerated() {
                if index > 0 || isContinued { blankRow() }
                record(cells, in: table)
            }
        }
    }

    private static func cells(of row: MarkdownNode, _ style: Style) -> MarkdownTable.Cells {
        var cells: MarkdownTable.Cells = []
        var child = row.firstChild
        let marks: Style.Marks = row.kind == .table_header ? .bold : []
        while let cell = child {
            cells.append(MarkdownInlines.words(of: cell, style: style, marks: marks))
            child = cell.next
        }
        return cells
    }

    private mutating func tableRow(_ cells: MarkdownTable.Cells, in table: MarkdownTable, _ widths: [Int]) {
        for line in table.lines(cells, widths: widths) {
            row { row in
                for (index, words) in line.enumerated() {
                    let used = MarkdownTable.columns(words)
                    let before = table.lead(index, of: used, in: widths[index])
                    row.append(String(repeating: " ", count: before + (index > 0 ? MarkdownTable.gap : 0)))
                    row.append(words)
                    row.append(String(repeating: " ", count: max(0, widths[index] - used - before)))
                }
            }
        }
    }

    /// A row as `heading: cell` lines; empty cells are left out.
    private mutating func record(_ cells: MarkdownTable.Cells, in table: MarkdownTable) {
        for (index, header) in table.header.enumerated() {
            let cell = index < cells.count ? cells[index] : []
            guard !cell.isEmpty || cells.isEmpty else { continue }
            var words = header
            if !words.isEmpty { words.append(MarkdownWord(":", marks: .bold, join: .none)) }
            for (position, var word) in cell.enumerated() {
                if position == 0 { word.join = .blank }
                words.append(word)
            }
            nest(MarkdownMargin(), MarkdownMargin(blanks: 2)) { $0.emit(words) }
        }
    }
}
