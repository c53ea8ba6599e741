/// Words in rows.
enum MarkdownWrap {
    /// The words of each row, broken between words; a word longer than a row is broken within.
    /// - Parameter columns: of a row, at least 2
    static func rows(_ words: [MarkdownWord], columns: Int) -> [[MarkdownWord]] {
        var rows: [[MarkdownWord]] = []
        var row: [MarkdownWord] = []
        var used = 0
        func end() {
            rows.append(row)
            (row, used) = ([], 0)
        }
        var index = 0
        while index < words.count {
            var next = index + 1
            var width = words[index].columns
            while next < words.count, words[next].join == .none {
                width += words[next].columns
                next += 1
            }
            let join = words[index].join
            if join == .line, index > 0 { end() }
            let gap = join == .blank && !row.isEmpty ? 1 : 0
            if !row.isEmpty, used + gap + width > columns { end() }
            if used + width <= columns {
                used += (row.isEmpty ? 0 : gap) + width
                row += words[index..<next]
            } else {
                for word in words[index..<next] { split(word, columns, &row, &used, &rows) }
            }
            index = next
        }
        if !row.isEmpty { rows.append(row) }
        return rows
    }

    private static func split(
        _ word: MarkdownWord, _ columns: Int, _ row: inout [MarkdownWord], _ used: inout Int,
        _ rows: inout [[MarkdownWord]]
    ) {
        var piece = ""
        var join = word.join
        func flush() {
            if !piece.isEmpty { row.append(MarkdownWord(piece, marks: word.marks, join: join)) }
            (piece, join) = ("", .none)
        }
        for character in word.text {
            let width = DisplayWidth.columns(character)
            if used + width > columns, used > 0 {
                flush()
                rows.append(row)
                (row, used) = ([], 0)
            }
            piece.append(character)
            used += width
        }
        flush()
    }
}
