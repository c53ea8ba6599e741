/// Something that was found in a text. It says where, never what.
package struct Finding: Sendable, Hashable {
    package let kind: FindingKind
    /// Octets from the beginning of the text.
    package let range: Range<Int>
    /// The line on which it begins, from 1.
    package let line: Int

    package init(kind: FindingKind, range: Range<Int>, line: Int) {
        self.kind = kind
        self.range = range
        self.line = line
    }
}

/// Counts the lines of a text as places in it come up, in their order.
struct LineCounter: Sendable {
    private var line = 1
    private var position = 0

    /// The line of a place. Each place must lie at or behind the one before.
    mutating func line(at place: Int, in bytes: UnsafeBufferPointer<UInt8>, base: Int = 0) -> Int {
        while position < place {
            if bytes[position - base] == 0x0A { line += 1 }
            position += 1
        }
        return line
    }
}
