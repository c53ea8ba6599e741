/// Settling what is final.
extension MarkdownStream {
    /// Looks at the open part and settles what cannot change any more.
    mutating func settle() {
        let source = start.context + open
        let lines = MarkdownLines(source)
        let tree = MarkdownTree(source)
        guard let root = tree.root else { return }
        var found = MarkdownCutter.cut(root, lines: lines, contextLines: start.contextLines, limits: limits)
        if source.count - (found?.offset ?? start.context.count) > limits.openOctets {
            // Nothing that people write is open for so long: it is read anew from here.
            found = MarkdownCut(offset: source.count)
            if !lines.endsLine { found?.lead = MarkdownCharacters.mark }
        }
        guard let cut = found, cut.offset > start.context.count else { return }
        let part = rendered(Array(source[..<cut.offset]), holdsLastRow: cut.join != nil)
        settled += part.rows
        proceed(from: cut, part, lines)
        open = cut.lead + source[cut.offset...]
    }

    private mutating func proceed(from cut: MarkdownCut, _ part: MarkdownRenderer, _ lines: MarkdownLines) {
        var next = MarkdownStart()
        next.context = cut.context
        next.contextLines = cut.contextLines
        next.numbers = Array(part.end.numbers.prefix(cut.lists))
        if cut.isBeforeItem, part.end.numbers.count > cut.lists { next.numbers.append(part.end.numbers[cut.lists] + 1) }
        next.isAfterBlank = cut.lead.isEmpty && Self.endsBlank(lines.source[..<cut.offset])
        next.hasRows = start.hasRows || !part.rows.isEmpty
        if let join = cut.join {
            next.words = part.end.words
            next.join = join
        }
        if cut.isWithinCode {
            next.highlighter = part.end.highlighter
            next.isMidLine = !cut.lead.isEmpty
        }
        if cut.isWithinTable { next.table = part.end.table }
        start = next
    }

    /// Whether the last whole line is blank.
    private static func endsBlank(_ source: ArraySlice<UInt8>) -> Bool {
        let line = source.dropLast().reversed().prefix { $0 != 0x0A }
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    }

    /// The rows of a source that begins with the context.
    func rendered(_ source: [UInt8], holdsLastRow: Bool = false) -> MarkdownRenderer {
        let tree = MarkdownTree(source)
        var renderer = MarkdownRenderer(
            layout: layout, lines: MarkdownLines(source), start: start, holdsLastRow: holdsLastRow)
        if let root = tree.root { renderer.render(root) }
        return renderer
    }
}
