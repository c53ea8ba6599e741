/// Turns row updates into octets for a terminal, writing little: rows that are the same are passed over, and of a row that
/// changed only the end is written. Pure: it remembers what is on the screen and asks no terminal.
///
/// After each call the cursor is in column 0 of the line below the last live row, and is expected there by the next.
/// Rows that have scrolled off the screen are left as they are.
package struct LivePainter: Sendable {
    private var columns: Int
    private var rows: Int
    /// The live rows on the terminal.
    private var shown: [String] = []
    /// How many of them, from the first, have scrolled away.
    private var gone = 0

    /// - Parameters:
    ///   - columns: of the terminal
    ///   - rows: of the terminal, less what is drawn below the live rows beyond one line
    package init(columns: Int, rows: Int) {
        self.columns = max(columns, 1)
        self.rows = max(rows, 2)
    }

    /// The octets that bring an update to the screen; none when nothing changed.
    package mutating func paint(_ update: RowUpdate) -> [UInt8] {
        let next = update.settled + update.live
        let first = max(gone, zip(shown, next).prefix { $0 == $1 }.count)
        let isShorter = next.count < shown.count
        var output = RowOctets()
        if first < max(next.count, shown.count) {
            draw(next, from: min(first, shown.count), into: &output)
        }
        // A row that has wrapped, since the terminal got narrower, is drawn as a new one.
        if isShorter { output.eraseBelow() }
        let settled = min(update.settled.count, next.count)
        let scrolled = scrolledAway(next)
        gone = max(0, max(min(gone, next.count), scrolled) - settled)
        shown = update.live
        return output.octets
    }

    /// The octets that remove the live rows; the cursor is then where the first of them began.
    package mutating func erase() -> [UInt8] {
        var output = RowOctets()
        if !shown.isEmpty {
            output.up(height(shown[gone...]))
            output.eraseBelow()
        }
        shown = []
        gone = 0
        return output.octets
    }

    /// Takes note of a new size. Rows that became wider than the terminal are taken to be wrapped, as terminals do.
    package mutating func resized(columns: Int, rows: Int) {
        self.columns = max(columns, 1)
        self.rows = max(rows, 2)
        gone = max(gone, scrolledAway(shown))
    }

    private func draw(_ next: [String], from first: Int, into output: inout RowOctets) {
        let old = shown[first...]
        output.up(height(old))
        let areSingle = height(old) == old.count
        if !areSingle { output.eraseBelow() }
        for (index, row) in next.enumerated() where index >= first {
            if areSingle, index < shown.count { output.change(shown[index], to: row) } else { output.write(row) }
        }
    }

    /// How many rows from the first are above the screen when all are drawn.
    private func scrolledAway(_ all: [String]) -> Int {
        var lines = 0
        for (index, row) in all.enumerated().reversed() {
            lines += lineCount(row)
            if lines > rows - 1 { return index + 1 }
        }
        return 0
    }

    private func height(_ rows: ArraySlice<String>) -> Int { rows.reduce(0) { $0 + lineCount($1) } }

    private func lineCount(_ row: String) -> Int {
        max(1, (RowOctets.columns(row[...].utf8) + columns - 1) / columns)
    }
}
