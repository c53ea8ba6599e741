/// A row under way: text with its marks, which are opened and closed within it.
struct MarkdownRow {
    private var text = ""
    private var marks: Style.Marks = []
    /// Blanks that are written only when something follows.
    private var blanks = 0
    private let style: Style

    init(style: Style) { self.style = style }

    mutating func append(_ piece: String, _ marks: Style.Marks = []) {
        guard !piece.isEmpty else { return }
        if marks.isDisjoint(with: .underline), piece.utf8.allSatisfy({ $0 == 0x20 }) {
            blanks += piece.utf8.count
            return
        }
        if blanks > 0 {
            // Blanks have no look of their own unless they are underlined: they go where fewest codes are needed.
            if self.marks.contains(.underline) { set([]) }
            text += String(repeating: " ", count: blanks)
            blanks = 0
        }
        set(marks)
        text += piece
    }

    mutating func append(_ words: some Sequence<MarkdownWord>) {
        var last: Style.Marks = []
        var isFirst = true
        for word in words {
            if !isFirst, word.join == .blank { append(" ", last.intersection(word.marks)) }
            append(word.text, word.marks)
            last = word.marks
            isFirst = false
        }
    }

    /// The row, with all marks closed and without blanks at its end.
    mutating func finish() -> String {
        set([])
        return text
    }

    private mutating func set(_ wanted: Style.Marks) {
        guard wanted != marks else { return }
        text += style.ending(marks)
        text += style.beginning(wanted)
        marks = wanted
    }
}
