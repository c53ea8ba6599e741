/// What is to be completed: the word before the cursor.
package struct CompletionRequest: Sendable, Hashable {
    /// The whole line.
    package let line: String
    /// Where the cursor is, in octets of UTF-8.
    package let cursor: Int
    /// What comes before the word.
    package let before: String
    /// The part of the word that stands before the cursor; candidates begin with it.
    package let word: String

    /// Words are parted by blanks, tabs and line ends.
    /// - Parameters:
    ///   - line: the whole line
    ///   - cursor: in octets of UTF-8; within the line
    package init(line: String, cursor: Int) {
        let octets = Array(line.utf8)
        let cursor = max(0, min(cursor, octets.count))
        let start = octets[..<cursor].lastIndex { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.map { $0 + 1 } ?? 0
        self.line = line
        self.cursor = cursor
        before = String(decoding: octets[..<start], as: UTF8.self)
        word = String(decoding: octets[start..<cursor], as: UTF8.self)
    }
}
