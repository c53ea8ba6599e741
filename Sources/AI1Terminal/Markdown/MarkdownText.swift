/// Markdown that is there as a whole.
package enum MarkdownText {
    /// Its rows, each shorter than the terminal, as `MarkdownStream` makes them.
    /// - Parameter hasSymbols: whether the terminal shows more than ASCII
    package static func rows(_ text: String, columns: Int, style: Style, hasSymbols: Bool = true) -> [String] {
        var stream = MarkdownStream(columns: columns, style: style, hasSymbols: hasSymbols)
        var text = text
        text.withUTF8 { stream.feed(UnsafeRawBufferPointer($0)) }
        return stream.finish().settled
    }
}
