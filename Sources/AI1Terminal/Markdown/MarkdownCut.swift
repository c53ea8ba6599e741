/// Where an open part of an answer is divided: what is before is settled.
struct MarkdownCut {
    /// Octets of the source, context included, that are settled.
    var offset: Int
    /// Lines that open again, for what follows, what is open there.
    var context: [UInt8] = []
    var contextLines = 0
    /// How many of the open lists go on.
    var lists = 0
    /// Whether an item of one more list follows.
    var isBeforeItem = false
    /// What stands before the rest when the cut is within a line.
    var lead: [UInt8] = []
    /// How the next word joins the paragraph that goes on; nil when none does.
    var join: MarkdownWord.Join?
    /// Whether code or the rows of a table go on.
    var isWithinCode = false
    var isWithinTable = false

    init(offset: Int) { self.offset = offset }
}
