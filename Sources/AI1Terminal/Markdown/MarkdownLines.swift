/// The lines of a source, numbered from 1 as cmark does.
struct MarkdownLines: Sendable {
    let source: [UInt8]
    private let starts: [Int]

    init(_ source: [UInt8]) {
        self.source = source
        var starts = [0]
        for (index, byte) in source.enumerated() where byte == 0x0A { starts.append(index + 1) }
        if starts.last == source.count { starts.removeLast() }
        self.starts = starts
    }

    /// Lines, with an unfinished last one.
    var count: Int { starts.count }
    var endsLine: Bool { source.last == 0x0A }

    /// Where a line begins; the end of the source for lines after the last.
    func offset(_ line: Int) -> Int { line <= starts.count ? starts[max(line, 1) - 1] : source.count }

    /// A line without its end.
    func bytes(_ line: Int) -> ArraySlice<UInt8> {
        let bytes = source[offset(line)..<offset(line + 1)]
        return bytes.last == 0x0A ? bytes.dropLast() : bytes
    }

    /// Whether nothing stands in a line but what quotes begin with.
    func isBlank(_ line: Int) -> Bool {
        bytes(line).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    }

    /// What stands in a line before a column, which counts octets from 1.
    func prefix(_ line: Int, before column: Int) -> ArraySlice<UInt8> { bytes(line).prefix(max(0, column - 1)) }
}
