/// How and for what width text is laid out.
struct MarkdownLayout: Sendable {
    let style: Style
    let signs: MarkdownSigns
    /// Columns that a row may take: the terminal's less one, so that no row ever wraps.
    let room: Int
    /// Columns that may stand before text: the widest character fits beside them, indented as code too.
    var marginLimit: Int { min(room / 2, room - Self.narrowestText) }
    /// Columns that are left to text.
    static let narrowestText = 6

    init(columns: Int, style: Style, signs: MarkdownSigns) {
        let limits = MarkdownLimits.columns
        room = min(max(columns, limits.lowerBound), limits.upperBound) - 1
        self.style = style
        self.signs = signs
    }
}

/// What stands before the text of a row: bars of quotes, marks of items and blanks.
struct MarkdownMargin: Sendable, Hashable {
    private(set) var pieces: [MarkdownWord] = []
    private(set) var columns = 0

    init() {}

    init(_ text: String, _ marks: Style.Marks = []) {
        pieces = [MarkdownWord(text, marks: marks, join: .none)]
        columns = pieces[0].columns
    }

    init(blanks: Int) { self.init(String(repeating: " ", count: blanks)) }

    static func + (left: MarkdownMargin, right: MarkdownMargin) -> MarkdownMargin {
        var sum = left
        sum.pieces += right.pieces
        sum.columns += right.columns
        return sum
    }
}
