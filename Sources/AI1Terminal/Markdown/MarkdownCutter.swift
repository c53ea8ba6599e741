internal import CMarkdown

/// Finds what of an open part is final: all blocks but the last, and of the last what its kind allows.
struct MarkdownCutter {
    let lines: MarkdownLines
    /// Lines of context at the beginning, which are none of the text's own.
    let contextLines: Int
    let limits: MarkdownLimits

    /// Items and quotes that are open, from the outermost.
    private(set) var path: [MarkdownNode] = []
    private var lists = 0
    private var best: MarkdownCut?
    private var bestLine: Int

    init(lines: MarkdownLines, contextLines: Int, limits: MarkdownLimits) {
        self.lines = lines
        self.contextLines = contextLines
        self.limits = limits
        bestLine = contextLines + 1
    }

    /// Nil when all of it may still change.
    static func cut(
        _ root: MarkdownNode, lines: MarkdownLines, contextLines: Int, limits: MarkdownLimits
    ) -> MarkdownCut? {
        var cutter = MarkdownCutter(lines: lines, contextLines: contextLines, limits: limits)
        cutter.descend(root)
        return cutter.best
    }

    private mutating func descend(_ root: MarkdownNode) {
        var node = root
        while path.count <= MarkdownLimits.depth, let last = node.lastChild {
            let line = last.firstLine
            if line > bestLine, line > path.last?.firstLine ?? 0 { boundary(before: last, in: node) }
            let size = lines.source.count - lines.offset(max(line, contextLines + 1))
            switch last.kind {
            case .list:
                lists += 1
            case .item, .task, .quote:
                guard size > limits.unitOctets else { return }
                path.append(last)
            case .code_block where last.isFenced: return code(last)
            case .code_block, .html_block:
                if line > contextLines, size > limits.unitOctets { whole(last) }
                return
            case .table: return table(last)
            case .paragraph:
                if line > contextLines, size > limits.unitOctets { paragraph(last) }
                return
            default: return
            }
            node = last
        }
    }

    private mutating func boundary(before node: MarkdownNode, in parent: MarkdownNode) {
        let line = node.firstLine
        var cut = MarkdownCut(offset: lines.offset(line))
        let column = node.line > 0 ? node.column : node.next?.column ?? 1
        reopen(&cut, separatedBy: Array(lines.prefix(line, before: column)))
        cut.isBeforeItem = parent.kind == .list
        cut.lists = lists - (cut.isBeforeItem ? 1 : 0)
        best = cut
        bestLine = line
    }

    /// Every whole line of a fenced block that is open is final.
    private mutating func code(_ node: MarkdownNode) {
        let first = max(node.line, contextLines) + 1
        let content = node.literal.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        guard content == lines.count - node.line, lines.count >= first else { return }
        let isWhole = lines.endsLine
        let isLong = lines.source.count - lines.offset(lines.count) > limits.unitOctets
        guard isWhole || isLong || lines.count > first else { return }
        var cut = MarkdownCut(offset: isWhole || isLong ? lines.source.count : lines.offset(lines.count))
        reopen(&cut, with: node, lines: node.line...node.line)
        cut.lists = lists
        cut.isWithinCode = true
        if !isWhole, isLong { cut.lead = blanked(node.line, before: node.column) + MarkdownCharacters.mark }
        best = cut
    }

    /// Long HTML and indented code are read anew from here.
    private mutating func whole(_ node: MarkdownNode) {
        guard lines.endsLine else { return }
        var cut = MarkdownCut(offset: lines.source.count)
        reopen(&cut, separatedBy: blanked(node.line, before: node.column))
        cut.lists = lists
        best = cut
    }

    /// A table with many rows keeps the widths that it has.
    private mutating func table(_ node: MarkdownNode) {
        guard let body = node.firstChild?.next, let last = node.lastChild, lines.endsLine else { return }
        var count = 1
        var row = body
        while let next = row.next {
            row = next
            count += 1
        }
        guard count > limits.tableRows, last.line == lines.count, body.line > 2 else { return }
        var cut = MarkdownCut(offset: lines.source.count)
        // What is before the rows: the heading and the line below it.
        let head = body.line - 2
        guard lines.offset(head + 2) - lines.offset(head) <= MarkdownLimits.contextOctets else { return }
        reopen(&cut, with: node, lines: head...(head + 1))
        cut.lists = lists
        cut.isWithinTable = true
        best = cut
    }

    /// A long paragraph is cut between words.
    private mutating func paragraph(_ node: MarkdownNode) {
        let source = lines.source
        let begin = lines.offset(node.line)
        let prefix = blanked(node.line, before: node.column)
        var position = source.count - 1
        while position > begin + limits.unitOctets / 2, !isBetweenWords(position) { position -= 1 }
        var cut: MarkdownCut
        if isBetweenWords(position), position > begin + limits.unitOctets / 2 {
            cut = MarkdownCut(offset: position)
            cut.join = .blank
        } else {
            cut = MarkdownCut(offset: source.count)
            cut.join = lines.endsLine ? .blank : MarkdownWord.Join.none
        }
        reopen(&cut, separatedBy: prefix)
        cut.lists = lists
        if cut.offset < source.count || !lines.endsLine { cut.lead = prefix + MarkdownCharacters.mark }
        best = cut
    }

    private func isBetweenWords(_ position: Int) -> Bool {
        let source = lines.source
        guard position > 0, position + 1 < source.count, source[position] == 0x20 else { return false }
        let before = source[position - 1]
        let after = source[position + 1]
        return before > 0x20 && before != UInt8(ascii: ">") && after > 0x20
    }

    /// What stands before a column with the marks of items made blanks.
    private func blanked(_ line: Int, before column: Int) -> [UInt8] {
        var prefix = Array(lines.prefix(line, before: column))
        // The box of a task is no part of its indentation.
        if prefix.last == 0x20, prefix.dropLast().last == UInt8(ascii: "]") { prefix.removeLast(min(4, prefix.count)) }
        return prefix.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
    }
}
