extension FindingList {
    /// Names every column in which a row is not what it must be.
    func compare(_ shape: TableShape, _ expected: [RowValue], _ taken: TableCursor.Taken, key: String? = nil) {
        switch taken {
        case .unreadable: return
        case .missing: add(shape.name, key ?? shape.key(expected), "the row is missing")
        case .row(let row): compare(shape, expected, row, key: key)
        }
    }

    /// Names every column in which a row is not what it must be.
    func compare(_ shape: TableShape, _ expected: [RowValue], _ row: [RowValue], key: String? = nil) {
        guard row != expected else { return }
        for (index, column) in shape.columns.enumerated() where row[index] != expected[index] {
            add(
                shape.name, key ?? shape.key(expected), column: column,
                "\(row[index]) where \(expected[index]) follows from the events")
        }
    }

    /// Compares rows that belong together, in any order.
    func compare(_ shape: TableShape, _ expected: [[RowValue]], _ rows: [[RowValue]], isUnreadable: Bool) {
        guard expected != rows else { return }
        var rest = rows
        for row in expected {
            if let place = rest.firstIndex(where: { $0.prefix(shape.keys) == row.prefix(shape.keys) }) {
                compare(shape, row, rest.remove(at: place))
            } else if !isUnreadable {
                add(shape.name, shape.key(row), "the row is missing")
            }
        }
        for row in rest { add(shape.name, shape.key(row), "no such row follows from the events") }
    }
}
