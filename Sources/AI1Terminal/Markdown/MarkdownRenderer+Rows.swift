/// Rows with what stands before them.
extension MarkdownRenderer {
    /// Columns for text in the next rows.
    var textRoom: Int { max(2, layout.room - max(margin.columns, lead?.columns ?? 0)) }

    /// Renders something within a list item or a quote.
    /// - Parameters:
    ///   - first: what stands before its first row; nil when that row is out already
    ///   - rest: what stands before its other rows
    mutating func nest(
        _ first: MarkdownMargin?, _ rest: MarkdownMargin, _ body: (inout MarkdownRenderer) -> Void
    ) {
        let outer = margin
        if let first {
            if let waiting = lead, waiting.columns + first.columns > layout.marginLimit { row(after: waiting) { _ in } }
            lead = (lead ?? margin) + first
        }
        if outer.columns + rest.columns <= layout.marginLimit { margin = outer + rest }
        body(&self)
        // An item with nothing in it still has its mark.
        if first != nil, let waiting = lead { row(after: waiting) { _ in } }
        margin = outer
    }

    /// Adds words in as many rows as they need.
    /// - Returns: the words of the last row if that was to be held and others are before it
    @discardableResult
    mutating func emit(_ words: [MarkdownWord], holdingLast: Bool = false) -> [MarkdownWord] {
        guard !words.isEmpty else { return [] }
        roomyLead()
        var wrapped = MarkdownWrap.rows(words, columns: textRoom)
        let held = holdingLast && wrapped.count > 1 ? wrapped.removeLast() : []
        for words in wrapped { row { $0.append(words) } }
        return held
    }

    /// Adds one row.
    mutating func row(_ fill: (inout MarkdownRow) -> Void) { row(after: lead ?? margin, fill) }

    mutating func blankRow() { row(after: margin) { _ in } }

    /// A mark that leaves no room for text has a row of its own.
    mutating func roomyLead() {
        guard let waiting = lead, waiting.columns + MarkdownLayout.narrowestText > layout.room else { return }
        for words in MarkdownWrap.rows(waiting.pieces, columns: layout.room) { row(after: margin(of: words)) { _ in } }
    }

    private func margin(of words: [MarkdownWord]) -> MarkdownMargin {
        words.reduce(MarkdownMargin()) { $0 + MarkdownMargin($1.text, $1.marks) }
    }

    private mutating func row(after margin: MarkdownMargin, _ fill: (inout MarkdownRow) -> Void) {
        var row = MarkdownRow(style: layout.style)
        for piece in margin.pieces { row.append(piece.text, piece.marks) }
        fill(&row)
        rows.append(row.finish())
        lead = nil
    }
}
