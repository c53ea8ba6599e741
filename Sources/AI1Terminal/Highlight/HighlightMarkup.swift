/// Marks HTML and XML: names of elements bold, values green, comments dim.
struct HighlightMarkup: Sendable {
    private enum Place: Sendable { case text, comment, name, tag, value(UInt8) }

    private static let beginning = Array("<!--".utf8)
    private static let end = Array("-->".utf8)

    private var place = Place.text

    mutating func spans(of line: String) -> [HighlightSpan] {
        var spans = HighlightSpans(line)
        while let byte = spans.current { step(byte, &spans) }
        if case .name = place { place = .tag }
        return spans.finish()
    }

    private mutating func step(_ byte: UInt8, _ spans: inout HighlightSpans) {
        switch place {
        case .comment:
            let isEnd = spans.starts(with: Self.end)
            spans.mark(upTo: spans.position + (isEnd ? Self.end.count : 1), Highlighter.comment)
            if isEnd { place = .text }
        case .text:
            if spans.starts(with: Self.beginning) {
                place = .comment
            } else {
                spans.mark(upTo: spans.position + 1, [])
                if byte == UInt8(ascii: "<") { place = .name }
            }
        case .name:
            let isName = byte > 0x20 && byte != UInt8(ascii: ">")
            if isName { spans.mark(upTo: spans.position + 1, Highlighter.keyword) } else { place = .tag }
        case .tag:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                place = .value(byte)
                spans.mark(upTo: spans.position + 1, Highlighter.string)
            } else {
                spans.mark(upTo: spans.position + 1, [])
                if byte == UInt8(ascii: ">") { place = .text }
            }
        case .value(let quote):
            spans.mark(upTo: spans.position + 1, Highlighter.string)
            if byte == quote { place = .tag }
        }
    }
}
