/// Blocks that contain no others.
extension MarkdownRenderer {
    /// The number signs stay, dim: the level is readable on any terminal.
    mutating func heading(_ node: MarkdownNode) {
        let signs = MarkdownWord(String(repeating: "#", count: node.headingLevel), marks: .dim, join: .none)
        emit(
            MarkdownInlines.words(
                of: node, style: layout.style, marks: .bold, after: MarkdownWords(after: [signs], join: .blank)))
    }

    mutating func rule() {
        let columns = min(textRoom, Self.longestRule)
        let line = String(repeating: layout.signs.rule, count: columns)
        row { $0.append(line, .dim) }
    }

    /// HTML as it was written.
    mutating func literal(_ node: MarkdownNode) {
        for line in Self.linesOfCode(node.literal) {
            let indent = String(line.prefix { $0 == " " }.prefix(textRoom / 2))
            var words = MarkdownWords(
                after: indent.isEmpty ? [] : [MarkdownWord(indent, marks: .dim, join: .none)], join: .none)
            words.add(String(line.drop { $0 == " " }), marks: .dim, keepsBlanks: true)
            if words.words.isEmpty { blankRow() } else { emit(words.words) }
        }
    }

    /// Code keeps its lines: a longer one is broken at the edge and goes on after a mark.
    mutating func code(_ node: MarkdownNode) {
        let isContinued = isContext(node)
        var highlighter = isContinued ? start.highlighter : Highlighter(language: node.fenceInfo)
        var isRest = isContinued && start.isMidLine
        for line in Self.linesOfCode(node.literal) {
            codeLine(highlighter?.spans(of: line) ?? [HighlightSpan(text: line, marks: [])], isRest: isRest)
            isRest = false
        }
        end.highlighter = highlighter
    }

    private mutating func codeLine(_ spans: [HighlightSpan], isRest: Bool) {
        roomyLead()
        let columns = max(2, textRoom - Self.codeIndent)
        var line = MarkdownWrap.rows(
            spans.map { MarkdownWord($0.text, marks: $0.marks, join: .none) }, columns: columns)
        if line.isEmpty { line = [[]] }
        let rest = layout.signs.rest
        for (index, words) in line.enumerated() {
            let hasMark = isRest || index > 0
            row { row in
                if hasMark { row.append(rest, .dim) }
                row.append(String(repeating: " ", count: Self.codeIndent - (hasMark ? 1 : 0)))
                for word in words { row.append(word.text, word.marks) }
            }
        }
    }

    /// Lines without control characters and tabs.
    private static func linesOfCode(_ text: String) -> [String] {
        var lines = MarkdownCharacters.shown(text).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { MarkdownCharacters.expandingTabs($0) }
    }

    private static let codeIndent = 2
    /// Columns.
    private static let longestRule = 60
}
