internal import CMarkdown

/// The running text of a paragraph, a heading or a cell as words.
struct MarkdownInlines {
    private let style: Style
    private var words: MarkdownWords
    private var marks: [Style.Marks]
    /// Texts of the links and images that are open.
    private var labels: [String] = []

    private init(style: Style, words: MarkdownWords, marks: Style.Marks) {
        self.style = style
        self.words = words
        self.marks = [marks]
    }

    /// - Parameters:
    ///   - marks: of all the text, as for a heading
    ///   - words: what comes before
    static func words(
        of node: MarkdownNode, style: Style, marks: Style.Marks = [], after words: MarkdownWords = MarkdownWords()
    ) -> [MarkdownWord] {
        var inlines = MarkdownInlines(style: style, words: words, marks: marks)
        node.walk { child, isEntered in
            if child != node { inlines.visit(child, isEntered) }
        }
        return inlines.words.words
    }

    private mutating func visit(_ node: MarkdownNode, _ isEntered: Bool) {
        switch node.kind {
        case .text: add(node.literal)
        case .soft_break: Self.isDefinition(node.next) ? words.line() : space()
        case .hard_break: words.line()
        case .code: code(node.literal)
        case .html: add(node.literal, with: .dim)
        case .emphasis: nest(.italic, isEntered)
        case .strong: nest(.bold, isEntered)
        case .strike:
            // Few terminals strike text through; its tildes say it on all.
            if !isEntered { add("~~") }
            nest(.dim, isEntered)
            if isEntered { add("~~") }
        case .link: isEntered ? begin() : endLink(node.url)
        case .image: isEntered ? beginImage() : endImage(node.url)
        default: break
        }
    }

    /// Whether a line begins with `[name]:`. Such lines are shown as they were written, each for itself.
    private static func isDefinition(_ node: MarkdownNode?) -> Bool {
        guard let node, node.kind == .text, node.literal.hasPrefix("[") else { return false }
        return node.literal.utf8.drop { $0 != UInt8(ascii: "]") }.dropFirst().starts(with: MarkdownCharacters.mark)
    }

    private var current: Style.Marks { marks[marks.count - 1] }

    private mutating func nest(_ mark: Style.Marks, _ isEntered: Bool) {
        if isEntered { marks.append(current.union(mark)) } else { marks.removeLast() }
    }

    private mutating func add(_ text: String, with mark: Style.Marks = []) {
        words.add(text, marks: current.union(mark))
        if !labels.isEmpty { labels[labels.count - 1] += text }
    }

    private mutating func space() {
        words.blank()
        if !labels.isEmpty { labels[labels.count - 1] += " " }
    }

    private mutating func code(_ text: String) {
        // Without colour the backticks are what marks it.
        let shown = style.hasColor ? text : "`\(text)`"
        words.add(shown, marks: current.union(.cyan), keepsBlanks: true)
        if !labels.isEmpty { labels[labels.count - 1] += text }
    }

    private mutating func begin() {
        labels.append("")
        nest(.underline, true)
    }

    private mutating func endLink(_ url: String) {
        nest(.underline, false)
        let label = labels.removeLast()
        if !labels.isEmpty { labels[labels.count - 1] += label }
        if !Self.says(label, url) { address(url, after: label) }
    }

    private mutating func beginImage() {
        labels.append("")
        words.add("[image: ", marks: current)
    }

    private mutating func endImage(_ url: String) {
        let label = labels.removeLast()
        if !labels.isEmpty { labels[labels.count - 1] += label }
        words.add("]", marks: current)
        address(url, after: "image")
    }

    /// Whether a link's text is its address, as bare links are.
    private static func says(_ label: String, _ url: String) -> Bool {
        url == label || url == "mailto:" + label || url == "http://" + label
    }

    private mutating func address(_ url: String, after label: String) {
        guard !url.isEmpty else { return }
        if !label.isEmpty { words.blank() }
        words.add("(\(url))", marks: current.union(.dim))
    }
}
