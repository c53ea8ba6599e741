/// A text of several lines between two marks of three quotation marks: Enter adds a line until the second one is there.
enum QuotedBlock {
    static let mark = "\"\"\""

    /// Whether a line begins with the mark and does not yet end with another.
    static func isOpen(_ line: String) -> Bool { line.hasPrefix(mark) && body(line) == nil }

    /// The text of a line: of a block what lies between the marks, without the line ends next to them.
    static func content(_ line: String) -> String {
        guard var body = body(line) else { return line }
        if body.first == "\n" { body.removeFirst() }
        if body.last == "\n" { body.removeLast() }
        return String(body)
    }

    /// What lies between the marks; nil when there are not two.
    private static func body(_ line: String) -> Substring? {
        guard line.hasPrefix(mark) else { return nil }
        var rest = line.dropFirst(mark.count)
        while let last = rest.last, last == " " || last == "\t" || last == "\n" { rest.removeLast() }
        return rest.hasSuffix(mark) ? rest.dropLast(mark.count) : nil
    }
}
