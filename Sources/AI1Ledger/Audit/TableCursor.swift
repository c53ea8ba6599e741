internal import AI1Storage

/// The rows of a table in the order of their keys, taken one after another as the events ask for them. A row that no
/// event asks for is named, and so is one that stands out of order, without losing the place.
final class TableCursor {
    /// What was found for a key.
    enum Taken {
        case row([RowValue])
        case missing
        /// The table cannot be read on; that was named already.
        case unreadable
    }

    let shape: TableShape
    private let rows: Statement
    private let findings: FindingList
    private var current: [RowValue] = []
    private var following: [RowValue] = []
    private var hasCurrent = false
    private var hasFollowing = false
    private(set) var isUnreadable = false

    init(_ shape: TableShape, _ connection: Connection, _ findings: FindingList) throws {
        self.shape = shape
        self.findings = findings
        rows = try connection.statement(shape.sql)
        current.reserveCapacity(shape.columns.count)
        following.reserveCapacity(shape.columns.count)
        hasFollowing = load()
        advance()
    }

    /// The row of a key that has one column. Keys must be asked for in rising order.
    func take(_ key: Int64) -> Taken {
        settle(before: key)
        if isUnreadable { return .unreadable }
        guard hasCurrent, current[0].integer == key else { return .missing }
        let row = current
        advance()
        return .row(row)
    }

    /// Goes past the next row when it is exactly this one; the quick way for what is as it must be.
    func accept(_ expected: [RowValue]) -> Bool {
        guard hasCurrent, current == expected else { return false }
        advance()
        return true
    }

    /// All rows whose first column is a key.
    func takeAll(_ key: Int64) -> [[RowValue]] {
        settle(before: key)
        var taken: [[RowValue]] = []
        while hasCurrent, current[0].integer == key {
            taken.append(current)
            advance()
        }
        return taken
    }

    /// All rows that are left: nothing asked for them.
    func finish() {
        while hasCurrent {
            nameExtra()
            advance()
        }
    }

    /// Ends the reading.
    func close() { rows.reset() }

    private func settle(before key: Int64) {
        while hasCurrent {
            guard let found = current[0].integer else {
                nameExtra()
                advance()
                continue
            }
            guard found < key || found > key && followsLower(than: found) else { return }
            nameExtra()
            advance()
        }
    }

    /// Whether the row after this one has a lower key: then this one's is wrong.
    private func followsLower(than key: Int64) -> Bool {
        guard hasFollowing, let next = following[0].integer else { return false }
        return next < key
    }

    private func nameExtra() {
        findings.add(shape.name, shape.key(current), "no such row follows from the events")
    }

    private func advance() {
        swap(&current, &following)
        hasCurrent = hasFollowing
        hasFollowing = hasCurrent && load()
    }

    private func load() -> Bool {
        guard !isUnreadable else { return false }
        following.removeAll(keepingCapacity: true)
        do {
            guard try rows.step() else { return false }
            for column in 0..<Int32(shape.columns.count) { following.append(RowValue(rows, column)) }
            return true
        } catch {
            isUnreadable = true
            let reason = (error as? StorageError)?.message ?? "\(error)"
            findings.add(shape.name, "", "cannot be read on: \(reason)")
            return false
        }
    }
}
