/// Octets under way to a terminal (ECMA-48: CUU, CUF, EL, ED).
struct RowOctets {
    private(set) var octets: [UInt8] = []

    /// Up so many lines, in the same column.
    mutating func up(_ lines: Int) { if lines > 0 { append("\u{1B}[\(lines)A") } }

    mutating func eraseBelow() { append("\u{1B}[J") }

    /// A row on a line that is empty, and the line's end.
    mutating func write(_ row: String) { append(row + "\r\n") }

    /// A row in place of another in the same line, from where they differ, and the line's end.
    mutating func change(_ old: String, to new: String) {
        if old != new {
            let (same, columns) = Self.common(Array(old.utf8), Array(new.utf8))
            if columns > 0 { append("\u{1B}[\(columns)C") }
            octets += new.utf8.dropFirst(same)
            // What the old row had beyond the new one's end.
            if same < old.utf8.count { append("\u{1B}[K") }
        }
        append("\r\n")
    }

    /// How many columns a row with marks takes.
    static func columns(_ row: some Collection<UInt8>) -> Int {
        var text: [UInt8] = []
        var isMark = false
        for byte in row {
            if byte == 0x1B { isMark = true } else if !isMark { text.append(byte) }
            if isMark, byte == UInt8(ascii: "m") { isMark = false }
        }
        return DisplayWidth.columns(String(decoding: text, as: UTF8.self))
    }

    /// The longest beginning of both rows, in octets and columns, after which no mark is open and no character is
    /// unfinished: it ends between characters of ASCII, or at the end of the old row where the new one goes on with one.
    private static func common(_ old: [UInt8], _ new: [UInt8]) -> (octets: Int, columns: Int) {
        var safe = 0
        var index = 0
        var isMarked = false
        while index < old.count, index < new.count, old[index] == new[index] {
            if old[index] == 0x1B {
                let end = old[index...].firstIndex(of: UInt8(ascii: "m")) ?? old.count - 1
                guard end < new.count, old[index...end] == new[index...end] else { break }
                isMarked = !old[index...end].elementsEqual(reset)
                index = end + 1
            } else {
                index += 1
            }
            let isBetween = (index == old.count || old[index] < 0x80) && (index == new.count || new[index] < 0x80)
            if !isMarked, isBetween { safe = index }
        }
        return (safe, columns(new[..<safe]))
    }

    private static let reset = Array("\u{1B}[0m".utf8)

    private mutating func append(_ text: String) { octets += text.utf8 }
}
