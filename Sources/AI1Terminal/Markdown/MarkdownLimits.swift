/// How much of an answer is kept open. What is settled where depends on these and on the text alone, never on how the
/// text came in pieces: whoever reads an answer again sees the same rows.
struct MarkdownLimits: Sendable, Hashable {
    /// Octets between two looks at what has become final.
    var stepOctets = 1_024
    /// Lines between two looks.
    var stepLines = 24
    /// Octets of an open paragraph, list item or quote, from which on its upper part is settled.
    var unitOctets = 4_096
    /// Octets of anything open, from which on it is cut where it stands.
    var openOctets = 16_384
    /// Rows of a table, from which on the widths of its columns are frozen.
    var tableRows = 40
    /// Lists and quotes within each other, from which on there is no further indentation.
    static let depth = 24
    /// Columns that text is laid out for at least and at most, whatever the terminal says: narrower cannot be read,
    /// and a row must be shorter than `unitOctets`.
    static let columns = 8...500
    /// Octets of a fence's or a table's first lines that are kept while its later lines are read.
    static let contextOctets = 4_096
}
