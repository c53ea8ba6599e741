/// Where and in what an open part of an answer goes on.
struct MarkdownStart: Sendable {
    /// Lines that open again, for the parser, what is open: fences, the first lines of tables, items and quotes.
    var context: [UInt8] = []
    var contextLines = 0
    /// Numbers of the open lists' items, from the outermost.
    var numbers: [Int] = []
    var isAfterBlank = false
    /// Whether anything was shown before.
    var hasRows = false
    /// An unfinished row of the paragraph that goes on, and how its next word joins it.
    var words: [MarkdownWord] = []
    var join = MarkdownWord.Join.none
    /// Whether it goes on within a line of code.
    var isMidLine = false
    var highlighter: Highlighter?
    var table: MarkdownTable?
}

/// What is open at the end of a rendered part.
struct MarkdownEnd: Sendable {
    var words: [MarkdownWord] = []
    /// Number of the last item, and of the items that it stands in, from the outermost.
    var numbers: [Int] = []
    var highlighter: Highlighter?
    var table: MarkdownTable?
}
