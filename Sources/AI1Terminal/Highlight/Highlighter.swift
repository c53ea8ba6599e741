/// Marks the words of code line by line: keywords bold, strings green, comments dim, numbers cyan. What goes on over
/// the end of a line is carried to the next. Each octet is looked at a bounded number of times.
struct Highlighter: Sendable {
    static let keyword: Style.Marks = .bold
    static let string: Style.Marks = .green
    static let comment: Style.Marks = .dim
    static let number: Style.Marks = .cyan
    /// Octets of a character's escape sequence: `\u{10FFFF}`.
    private static let longestEscape = 9

    private let language: HighlightLanguage
    /// The string or comment that the next line begins in.
    private var open: HighlightLanguage.Quote?
    private var openMarks: Style.Marks = []
    private var depth = 0
    private var markup = HighlightMarkup()

    /// Nil when no such language is known.
    /// - Parameter language: what a fence names
    init?(language: String) {
        guard let known = HighlightLanguage.named(language) else { return nil }
        self.language = known
    }

    /// The line in pieces; together they are the line.
    mutating func spans(of line: String) -> [HighlightSpan] {
        switch language.form {
        case .difference: return [HighlightSpan(text: line, marks: Self.difference(line))]
        case .markup: return markup.spans(of: line)
        case .words:
            var spans = HighlightSpans(line)
            scan(&spans)
            return spans.finish()
        }
    }

    private static func difference(_ line: String) -> Style.Marks {
        if ["+++", "---", "diff ", "index "].contains(where: { line.hasPrefix($0) }) { return keyword }
        switch line.first {
        case "+": return .green
        case "-": return .red
        case "@": return number
        default: return []
        }
    }

    private mutating func scan(_ spans: inout HighlightSpans) {
        var isAfterWord = false
        if open != nil { proceed(&spans) }
        while let byte = spans.current {
            let wasAfterWord = isAfterWord
            isAfterWord = false
            if startsComment(spans, wasAfterWord) {
                spans.mark(upTo: spans.count, Self.comment)
            } else if let quote = language.comments.first(where: { spans.starts(with: $0.open) }) {
                begin(quote, Self.comment, &spans)
            } else if let quote = string(at: spans) {
                begin(quote, Self.string, &spans)
            } else if Self.isDigit(byte) {
                spans.mark(upTo: end(of: spans, from: spans.position), Self.number)
                isAfterWord = true
            } else if isWord(byte) {
                word(&spans)
                isAfterWord = true
            } else {
                spans.mark(upTo: spans.position + 1, [])
            }
        }
    }

    private func startsComment(_ spans: HighlightSpans, _ isAfterWord: Bool) -> Bool {
        guard language.lineComments.contains(where: { spans.starts(with: $0) }) else { return false }
        guard language.commentNeedsBlank, spans.position > 0 else { return !isAfterWord || !language.commentNeedsBlank }
        return spans.bytes[spans.position - 1] == 0x20
    }

    private func string(at spans: HighlightSpans) -> HighlightLanguage.Quote? {
        language.strings.first { quote in
            guard spans.starts(with: quote.open) else { return false }
            guard quote.isCharacter else { return true }
            return Self.isCharacter(quote, in: spans)
        }
    }

    private mutating func begin(
        _ quote: HighlightLanguage.Quote, _ marks: Style.Marks, _ spans: inout HighlightSpans
    ) {
        let start = spans.position
        (open, openMarks, depth) = (quote, marks, 1)
        spans.mark(upTo: spans.position + quote.open.count, marks)
        proceed(&spans)
        // The name of a value is no value.
        if language.key == .colon, open == nil, marks == Self.string, spans.nextIs(UInt8(ascii: ":")) {
            spans.remark(from: start, [])
        }
    }

    /// Goes on to the end of the open string or comment.
    private mutating func proceed(_ spans: inout HighlightSpans) {
        guard let quote = open else { return }
        while depth > 0, spans.current != nil {
            if spans.starts(with: quote.close) {
                depth -= 1
                spans.mark(upTo: spans.position + quote.close.count, openMarks)
            } else if quote.nests, spans.starts(with: quote.open) {
                depth += 1
                spans.mark(upTo: spans.position + quote.open.count, openMarks)
            } else {
                let isEscape = quote.hasEscapes && spans.current == UInt8(ascii: "\\")
                spans.mark(upTo: spans.position + (isEscape ? 2 : 1), openMarks)
            }
        }
        if depth == 0 || !quote.spansLines { open = nil }
    }

    /// Whether one character, or one after a backslash, stands between the quotes here.
    private static func isCharacter(_ quote: HighlightLanguage.Quote, in spans: HighlightSpans) -> Bool {
        var position = spans.position + quote.open.count
        guard position < spans.count, !spans.bytes[position...].starts(with: quote.close) else { return false }
        if spans.bytes[position] == UInt8(ascii: "\\") {
            let rest = spans.bytes[min(position + 2, spans.count)...].prefix(longestEscape)
            return rest.contains(quote.close[0])
        }
        position += 1
        while position < spans.count, spans.bytes[position] & 0xC0 == 0x80 { position += 1 }
        return spans.bytes[position...].starts(with: quote.close)
    }

    private func word(_ spans: inout HighlightSpans) {
        let end = end(of: spans, from: spans.position)
        let text = String(decoding: spans.bytes[spans.position..<end], as: UTF8.self)
        var isKeyword = language.keywords.contains(language.ignoresCase ? text.lowercased() : text)
        if !isKeyword, language.key != .none, spans.isFirstWord {
            isKeyword = spans.nextIs(language.key == .colon ? UInt8(ascii: ":") : UInt8(ascii: "="), after: end)
        }
        spans.mark(upTo: end, isKeyword ? Self.keyword : [])
    }

    private func end(of spans: HighlightSpans, from start: Int) -> Int {
        var position = start
        while position < spans.count {
            let byte = spans.bytes[position]
            let isPoint = byte == UInt8(ascii: ".") && Self.isDigit(spans.bytes[start])
            guard isWord(byte) || isPoint else { break }
            position += 1
        }
        return max(position, start + 1)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        Self.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "_") || byte >= 0x80
            || language.wordOctets.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
