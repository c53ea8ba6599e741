internal import AI1Core

/// An answer in Markdown (CommonMark with GitHub's tables, tasks, strike-through and bare links, as cmark-gfm reads it)
/// as rows for a terminal while it streams.
///
/// What cannot change any more is settled: each part is parsed and laid out by itself, given away and forgotten, so that
/// time is linear in the answer and memory does not grow with it. The rows depend on the text alone, not on its pieces
/// or on when `update` is called. Control characters, escape sequences and bidirectional controls are removed first.
package struct MarkdownStream: Sendable {
    /// Cleaned octets wait for this many before they are worked on without being asked for.
    private static let longestWait = 65_536

    let limits: MarkdownLimits
    var layout: MarkdownLayout
    private var cleaner = TerminalCleaner()
    /// Cleaned octets that nobody has looked at yet.
    private var backlog: [UInt8] = []
    /// Octets of the open part.
    var open: [UInt8] = []
    var start = MarkdownStart()
    /// Rows that are final and not yet given away.
    var settled: [String] = []
    private var pace = MarkdownPace()
    private var live: [String]?

    /// - Parameters:
    ///   - columns: of the terminal; rows are at least one column shorter
    ///   - hasSymbols: whether the terminal shows more than ASCII
    package init(columns: Int, style: Style, hasSymbols: Bool = true) {
        self.init(columns: columns, style: style, hasSymbols: hasSymbols, limits: MarkdownLimits())
    }

    init(columns: Int, style: Style, hasSymbols: Bool = true, limits: MarkdownLimits) {
        self.limits = limits
        layout = MarkdownLayout(columns: columns, style: style, signs: hasSymbols ? .symbols : .ascii)
    }

    /// Takes a piece of any size.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        var cleaned: [UInt8] = []
        cleaner.feed(bytes, into: &cleaned)
        guard !cleaned.isEmpty else { return }
        for byte in cleaned {
            // `[name]: address` defines what is used elsewhere: on a terminal it is text like any other.
            if byte == UInt8(ascii: ":"), (backlog.last ?? open.last) == UInt8(ascii: "]") {
                backlog += MarkdownCharacters.mark
            }
            backlog.append(byte)
        }
        live = nil
        if backlog.count > Self.longestWait { advance() }
    }

    /// Takes a piece of any size.
    package mutating func feed(_ bytes: [UInt8]) { bytes.withUnsafeBytes { feed($0) } }

    /// What is new since the last call. Call it some thirty times a second, not for each piece.
    package mutating func update() -> RowUpdate {
        advance()
        let rows = live ?? MarkdownPace.shown(of: open).map { rendered(start.context + $0).rows } ?? []
        live = rows
        return RowUpdate(settled: takeSettled(), live: rows)
    }

    /// The rest, all of it final. What is fed afterwards is another answer.
    package mutating func finish() -> RowUpdate {
        advance()
        if !open.isEmpty { settled += rendered(start.context + open).rows }
        let rest = takeSettled()
        self = MarkdownStream(columns: layout.room + 1, style: layout.style, signs: layout.signs, limits: limits)
        return RowUpdate(settled: rest)
    }

    /// Lays the rows that are not settled out anew.
    package mutating func resize(columns: Int) {
        layout = MarkdownLayout(columns: columns, style: layout.style, signs: layout.signs)
        // The widths of a table that goes on were made for the old terminal.
        start.table = nil
        live = nil
    }

    private init(columns: Int, style: Style, signs: MarkdownSigns, limits: MarkdownLimits) {
        self.limits = limits
        layout = MarkdownLayout(columns: columns, style: style, signs: signs)
    }

    private mutating func takeSettled() -> [String] {
        let rows = settled
        settled = []
        return rows
    }

    /// Moves what waits to the open part, and settles what is final at places that the text alone determines.
    private mutating func advance() {
        for byte in backlog {
            if pace.isDue(before: byte, open: open.count, limits: limits) { settle() }
            open.append(byte)
            if pace.isDue(after: byte, open: open.count, limits: limits) { settle() }
        }
        backlog.removeAll(keepingCapacity: backlog.count <= Self.longestWait)
    }
}
