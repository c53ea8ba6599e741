/// A piece of a line of code and its marks.
struct HighlightSpan: Sendable, Hashable {
    var text: String
    var marks: Style.Marks
}
