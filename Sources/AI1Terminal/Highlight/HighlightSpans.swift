/// A line under way of being marked, from the left.
struct HighlightSpans {
    let bytes: [UInt8]
    private(set) var position = 0
    private var marked: [(end: Int, marks: Style.Marks)] = []

    init(_ line: String) { bytes = Array(line.utf8) }

    var count: Int { bytes.count }
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }
    /// Whether nothing but blanks and the dash of a list is before.
    var isFirstWord: Bool { bytes[..<position].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") } }

    func starts(with octets: [UInt8]) -> Bool {
        guard position + octets.count <= bytes.count, bytes[position] == octets[0] else { return false }
        return bytes[position...].starts(with: octets)
    }

    /// Whether the next octet that is no blank is this one.
    func nextIs(_ octet: UInt8, after start: Int? = nil) -> Bool {
        bytes[(start ?? position)...].first { $0 != 0x20 } == octet
    }

    /// Marks everything up to `end`, or to the end of the line, and goes there.
    mutating func mark(upTo end: Int, _ marks: Style.Marks) {
        position = min(end, bytes.count)
        if marked.last?.marks == marks {
            marked[marked.count - 1].end = position
        } else {
            marked.append((position, marks))
        }
    }

    /// Marks everything from `start` to here anew.
    mutating func remark(from start: Int, _ marks: Style.Marks) {
        while let last = marked.last, last.end > start { marked.removeLast() }
        mark(upTo: position, marks)
    }

    func finish() -> [HighlightSpan] {
        var spans: [HighlightSpan] = []
        var start = 0
        for (end, marks) in marked where end > start {
            spans.append(HighlightSpan(text: String(decoding: bytes[start..<end], as: UTF8.self), marks: marks))
            start = end
        }
        return spans
    }
}
