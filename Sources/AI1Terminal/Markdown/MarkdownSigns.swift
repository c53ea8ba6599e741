/// The few characters besides the text's own, for terminals that have them and for those that have ASCII alone.
struct MarkdownSigns: Sendable, Hashable {
    let bullet: String
    let bar: String
    let rule: String
    /// Before the rest of a line of code that is longer than a row.
    let rest: String

    static let symbols = MarkdownSigns(bullet: "•", bar: "│", rule: "─", rest: "»")
    static let ascii = MarkdownSigns(bullet: "-", bar: "|", rule: "-", rest: "\\")
}
