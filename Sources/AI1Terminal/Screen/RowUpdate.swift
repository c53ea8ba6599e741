/// News for the part of a terminal that is written to: rows that will not change any more, then rows that may.
package struct RowUpdate: Sendable, Hashable {
    /// Rows to append for good, each styled, without its line end, at most as wide as the terminal less one column.
    package var settled: [String]
    /// The rows that follow them and replace the earlier `live` rows.
    package var live: [String]

    package init(settled: [String] = [], live: [String] = []) {
        self.settled = settled
        self.live = live
    }
}
