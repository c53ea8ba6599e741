internal import AI1Terminal

/// A sentence on a terminal, broken between words; in a pipe it stays one line.
enum Paragraph {
    /// - Parameter width: columns of the terminal; nil breaks nothing
    static func lines(_ text: String, width: Int?) -> [String] {
        guard let width else { return [text] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, DisplayWidth.columns(line) + 1 + DisplayWidth.columns(String(word)) > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
