/// Stand-in.
package struct LivePainter: Sendable {
    private var columns: Int
    private var rows: Int
    private var shown = 0
    package init(columns: Int, rows: Int) { self.columns = columns; self.rows = rows }
    package mutating func paint(_ update: RowUpdate) -> [UInt8] {
        var out = erase()
        for row in update.settled { out += Array((row + "\r\n").utf8) }
        let live = update.live.suffix(max(0, rows - 1))
        for row in live { out += Array((row + "\r\n").utf8) }
        shown = live.count
        return out
    }
    package mutating func erase() -> [UInt8] {
        defer { shown = 0 }
        return shown == 0 ? [] : Array("\r\u{1B}[\(shown)A\u{1B}[J".utf8)
    }
    package mutating func resized(columns: Int, rows: Int) { self.columns = columns; self.rows = rows }
}
