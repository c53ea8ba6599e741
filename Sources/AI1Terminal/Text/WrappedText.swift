/// Text in lines of at most so many columns, broken between words; a word that is longer than a line is broken within.
package enum WrappedText {
    /// - Parameters:
    ///   - text: its line ends stay where they are; tabs become blanks
    ///   - width: columns of a line, at least 1
    package static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            wrapped(line, max(width, 1))
        }
    }

    private static func wrapped(_ line: Substring, _ width: Int) -> [String] {
        let spread = line.contains("\t") ? Substring(line.map { $0 == "\t" ? "    " : String($0) }.joined()) : line
        if DisplayWidth.columns(String(spread)) <= width { return [String(spread)] }
        // The blanks that a line begins with belong to its first word.
        let indent = String(spread.prefix { $0 == " " }.prefix(width / 2))
        var lines: [String] = []
        var current = indent
        var used = indent.count
        for word in spread.split(separator: " ") {
            let columns = DisplayWidth.columns(String(word))
            let isFirst = used == (lines.isEmpty ? indent.count : 0)
            if !isFirst, used + 1 + columns > width {
                lines.append(current)
                (current, used) = ("", 0)
            }
            if used > 0, !(lines.isEmpty && used == indent.count) {
                current += " "
                used += 1
            }
            append(word, to: &current, &used, &lines, width)
        }
        lines.append(current)
        return lines
    }

    private static func append(
        _ word: Substring, to current: inout String, _ used: inout Int, _ lines: inout [String], _ width: Int
    ) {
        for character in word {
            let columns = DisplayWidth.columns(character)
            if used + columns > width, used > 0 {
                lines.append(current)
                (current, used) = ("", 0)
            }
            current.append(character)
            used += columns
        }
    }
}
