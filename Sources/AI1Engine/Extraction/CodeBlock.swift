#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A fenced code block of a markdown text (CommonMark 0.31, section 4.5), found in one pass.
package struct CodeBlock: Sendable, Hashable {
    /// What stands after the opening fence, without the white space around it.
    package let info: String
    /// The octets between the fences, line ends as they came. As in CommonMark, lines lose as many leading spaces as
    /// the opening fence has.
    package let content: [UInt8]
    /// False when the text ended before the closing fence; the content is then the rest of the text.
    package let isClosed: Bool
    /// Whether nothing but white space stands before and after the block.
    package let isWholeText: Bool

    /// The first word of the info string.
    package var language: String { info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "" }

    /// The first block of a text; nil when there is none.
    package static func first(in text: [UInt8]) -> CodeBlock? { text.withUnsafeBytes { first(in: $0) } }

    /// The first block of a text; nil when there is none.
    package static func first(in text: UnsafeRawBufferPointer) -> CodeBlock? {
        var lines = MarkdownLines(text)
        return next(&lines, text)
    }

    /// All blocks of a text, in their order.
    package static func all(in text: [UInt8]) -> [CodeBlock] {
        text.withUnsafeBytes { text in
            var lines = MarkdownLines(text)
            var blocks: [CodeBlock] = []
            while let block = next(&lines, text) { blocks.append(block) }
            return blocks
        }
    }

    private static func next(_ lines: inout MarkdownLines, _ text: UnsafeRawBufferPointer) -> CodeBlock? {
        var blankBefore = true
        var opening: Fence?
        while opening == nil, let line = lines.next() {
            opening = Fence(opening: text, line)
            if opening == nil { blankBefore = blankBefore && isBlank(text[line.start..<line.contentEnd]) }
        }
        guard let opening else { return nil }
        var content: [UInt8] = []
        while let line = lines.next() {
            if opening.isClosed(by: text, line) {
                return CodeBlock(
                    info: opening.info, content: content, isClosed: true,
                    isWholeText: blankBefore && isBlank(text[line.end...]))
            }
            var start = line.start
            while start < line.start + opening.indent, start < line.contentEnd, text[start] == 0x20 { start += 1 }
            content.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<line.end]))
        }
        return CodeBlock(info: opening.info, content: content, isClosed: false, isWholeText: blankBefore)
    }

    private static func isBlank(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}

/// The lines of a text by their places; a line ends with LF, CR LF or CR.
private struct MarkdownLines {
    struct Line {
        let start: Int
        /// Where the line end begins.
        let contentEnd: Int
        /// Where the next line begins.
        let end: Int
    }

    private let text: UnsafeRawBufferPointer
    private var position = 0
    private var nextCR = -1

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    mutating func next() -> Line? {
        guard position < text.count else { return nil }
        let start = position
        if nextCR < start { nextCR = find(0x0D, from: start) }
        let newline = find(0x0A, from: start, to: min(nextCR, text.count))
        let contentEnd = min(newline, nextCR)
        var end = min(contentEnd + 1, text.count)
        if contentEnd == nextCR, end < text.count, text[end] == 0x0A { end += 1 }
        position = end
        return Line(start: start, contentEnd: contentEnd, end: end)
    }

    private func find(_ byte: Int32, from start: Int, to end: Int? = nil) -> Int {
        let end = end ?? text.count
        guard start < end, let base = text.baseAddress, let found = memchr(base + start, byte, end - start) else {
            return end
        }
        return UnsafeRawPointer(found) - base
    }
}

/// An opening fence.
private struct Fence {
    let indent: Int
    let mark: UInt8
    let length: Int
    let info: String

    init?(opening text: UnsafeRawBufferPointer, _ line: MarkdownLines.Line) {
        guard let run = Fence.run(text, line) else { return nil }
        let after = text[run.end..<line.contentEnd]
        if run.mark == UInt8(ascii: "`"), after.contains(run.mark) { return nil }
        indent = run.indent
        mark = run.mark
        length = run.length
        var words = Substring(String(decoding: after, as: UTF8.self))
        while words.first?.isWhitespace == true { words.removeFirst() }
        while words.last?.isWhitespace == true { words.removeLast() }
        info = String(words)
    }

    func isClosed(by text: UnsafeRawBufferPointer, _ line: MarkdownLines.Line) -> Bool {
        guard let run = Fence.run(text, line), run.mark == mark, run.length >= length else { return false }
        return text[run.end..<line.contentEnd].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private struct Run {
        let indent: Int
        let mark: UInt8
        let length: Int
        let end: Int
    }

    /// At most three spaces, then three or more of the same mark.
    private static func run(_ text: UnsafeRawBufferPointer, _ line: MarkdownLines.Line) -> Run? {
        var index = line.start
        while index < line.contentEnd, index - line.start < 3, text[index] == 0x20 { index += 1 }
        guard index < line.contentEnd, text[index] == UInt8(ascii: "`") || text[index] == UInt8(ascii: "~") else {
            return nil
        }
        let mark = text[index]
        let start = index
        while index < line.contentEnd, text[index] == mark { index += 1 }
        guard index - start >= 3 else { return nil }
        return Run(indent: start - line.start, mark: mark, length: index - start, end: index)
    }
}
