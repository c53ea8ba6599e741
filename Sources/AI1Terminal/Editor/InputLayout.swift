/// Where text lies on a terminal that wraps it at its last column.
enum InputLayout {
    /// The row, from 0, of the cursor behind a text that begins at the left edge.
    static func row(behind text: String, columns: Int) -> Int {
        guard columns > 0 else { return 0 }
        var row = 0
        var column = 0
        for character in text {
            if character.isNewline {
                row += 1
                column = 0
                continue
            }
            let width = DisplayWidth.columns(character)
            // A character never lies on both sides of the edge.
            if column + width > columns {
                row += 1
                column = 0
            }
            column += width
        }
        return column >= columns ? row + 1 : row
    }
}
