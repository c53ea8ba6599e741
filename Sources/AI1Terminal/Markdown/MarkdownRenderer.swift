internal import CMarkdown

/// Makes rows of a parsed text, or of a part of one that goes on where `start` says.
struct MarkdownRenderer {
    let layout: MarkdownLayout
    let lines: MarkdownLines
    let start: MarkdownStart
    /// Whether the last paragraph keeps its last row to itself, since it goes on.
    let holdsLastRow: Bool

    var rows: [String] = []
    /// What is open at the end.
    var end = MarkdownEnd()
    /// What stands before every row.
    var margin = MarkdownMargin()
    /// What stands before the next row instead.
    var lead: MarkdownMargin?

    /// The numbers of the items that are open, from the outermost list.
    private var numbers: [Int] = []
    private var waitingNumbers: [Int]
    private var waitingWords: [MarkdownWord]
    private var lastLeaf: MarkdownNode?

    init(layout: MarkdownLayout, lines: MarkdownLines, start: MarkdownStart, holdsLastRow: Bool = false) {
        self.layout = layout
        self.lines = lines
        self.start = start
        self.holdsLastRow = holdsLastRow
        waitingNumbers = start.numbers
        waitingWords = start.words
    }

    mutating func render(_ root: MarkdownNode) {
        var leaf = root
        // Below an item or a quote stands at most one more node that is neither.
        for _ in 0...(2 * MarkdownLimits.depth) {
            guard leaf.kind != .paragraph, let child = leaf.lastChild else { break }
            leaf = child
        }
        lastLeaf = leaf
        children(root, depth: 0)
        flushWords()
    }

    private mutating func children(_ parent: MarkdownNode, depth: Int) {
        var child = parent.firstChild
        var previous: MarkdownNode?
        while let node = child {
            arrive(at: node, isFirst: previous == nil && parent.kind != .document, after: previous)
            block(node, depth: depth)
            previous = node
            child = node.next
        }
    }

    private mutating func arrive(at node: MarkdownNode, isFirst: Bool, after previous: MarkdownNode?) {
        let goesOn = node.kind == .paragraph && node.firstLine == start.contextLines + 1
        if !goesOn, !isContext(node) { flushWords() }
        if !isFirst { space(before: node, after: previous) }
    }

    /// A blank row where the source has a blank line, however loose that makes a list: what comes later cannot change it.
    private mutating func space(before node: MarkdownNode, after previous: MarkdownNode?) {
        let line = node.firstLine
        let isCutByTable = previous?.line == 0 && node.line > 0
        guard start.hasRows || !rows.isEmpty, lead == nil, line > start.contextLines, !isCutByTable else { return }
        let isFirst = line == start.contextLines + 1
        if isFirst ? start.isAfterBlank : lines.isBlank(line - 1) { blankRow() }
    }

    func isContext(_ node: MarkdownNode) -> Bool { node.firstLine <= start.contextLines }

    private mutating func block(_ node: MarkdownNode, depth: Int) {
        guard depth <= MarkdownLimits.depth else { return flattened(node) }
        switch node.kind {
        case .quote:
            let bar = MarkdownMargin(layout.signs.bar, .dim) + MarkdownMargin(blanks: 1)
            nest(isContext(node) ? nil : bar, bar) { $0.children(node, depth: depth + 1) }
        case .list: list(node, depth: depth)
        default: leaf(node)
        }
    }

    /// What is nested too deep, without further indentation.
    private mutating func flattened(_ node: MarkdownNode) {
        var leaves: [MarkdownNode] = []
        node.walk { child, isEntered in
            switch child.kind {
            case .paragraph, .heading, .code_block, .html_block,
                .table, .rule:
                if isEntered { leaves.append(child) }
            default: break
            }
        }
        for leaf in leaves { self.leaf(leaf) }
    }

    private mutating func leaf(_ node: MarkdownNode) {
        switch node.kind {
        case .code_block: code(node)
        case .table: table(node)
        case _ where isContext(node): break
        case .paragraph: paragraph(node)
        case .heading: heading(node)
        case .rule: rule()
        case .html_block: literal(node)
        default: break
        }
    }

    private mutating func paragraph(_ node: MarkdownNode) {
        let before = MarkdownWords(after: waitingWords, join: waitingWords.isEmpty ? .none : start.join)
        waitingWords = []
        let words = MarkdownInlines.words(of: node, style: layout.style, after: before)
        end.words = emit(words, holdingLast: holdsLastRow && node == lastLeaf)
    }

    /// The unfinished row of a paragraph that turned out to be none.
    private mutating func flushWords() {
        guard !waitingWords.isEmpty else { return }
        let words = waitingWords
        waitingWords = []
        emit(words)
    }

    private mutating func list(_ node: MarkdownNode, depth: Int) {
        var number = node.isOrdered ? node.listStart : 0
        if node.line <= start.contextLines + 1, !waitingNumbers.isEmpty { number = waitingNumbers.removeFirst() }
        var child = node.firstChild
        while let item = child {
            arrive(at: item, isFirst: item == node.firstChild, after: nil)
            let marker = marker(of: item, in: node, number: number)
            numbers.append(number)
            end.numbers = numbers
            nest(
                isContext(item) ? nil : MarkdownMargin(marker) + MarkdownMargin(blanks: 1),
                MarkdownMargin(blanks: marker.count + 1)
            ) {
                $0.children(item, depth: depth + 1)
            }
            numbers.removeLast()
            number = min(number + 1, 999_999_999)
            child = item.next
        }
    }

    /// A number stands right in a field that is as wide for the first items as for the tenth, which may come or not.
    private func marker(of item: MarkdownNode, in list: MarkdownNode, number: Int) -> String {
        if item.kind == .task { return item.isChecked ? "[x]" : "[ ]" }
        guard list.isOrdered else { return layout.signs.bullet }
        return (number < 10 ? " " : "") + "\(number)" + (list.hasParenthesis ? ")" : ".")
    }
}
