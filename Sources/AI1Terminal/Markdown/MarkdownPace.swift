/// When the open part is looked at: a pure function of the text, so that pieces and clocks change nothing.
struct MarkdownPace: Sendable {
    private var octets = 0
    private var lines = 0
    private var lineHasText = false
    private var isAfterBlankLine = false

    /// Whether to look before this octet is added: a line is too long to wait for its end.
    mutating func isDue(before byte: UInt8, open: Int, limits: MarkdownLimits) -> Bool {
        guard octets >= max(limits.unitOctets, open / 4), byte & 0xC0 != 0x80 else { return false }
        restart()
        return true
    }

    /// Whether to look after this octet was added: at the ends of lines, after so many octets or lines, or where a block
    /// may have begun. What is open already is looked at again only when it has grown by a part, which keeps the whole
    /// linear.
    mutating func isDue(after byte: UInt8, open: Int, limits: MarkdownLimits) -> Bool {
        octets += 1
        guard byte == 0x0A else {
            if byte != 0x20, byte != 0x09 { lineHasText = true }
            return false
        }
        lines += 1
        let isNewBlock = lineHasText && isAfterBlankLine
        isAfterBlankLine = !lineHasText
        lineHasText = false
        let isDue =
            octets >= max(limits.stepOctets, open / 4)
            || (isNewBlock || lines >= limits.stepLines) && octets >= open / 8
        if isDue { restart() }
        return isDue
    }

    private mutating func restart() {
        octets = 0
        lines = 0
    }

    /// The part of an open text that is shown while it grows: an unfinished last line that is nothing but marks may
    /// become anything, and would make the rows above it flicker.
    static func shown(of open: [UInt8]) -> ArraySlice<UInt8>? {
        let end = open.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = open[end...]
        let isUndecided = line.count <= longestMark && line.allSatisfy { marks.contains($0) }
        let shown = isUndecided ? open[..<end] : open[...]
        return shown.isEmpty ? nil : shown
    }

    private static let marks = Array("#*-_=+`~>|:.)[ 0123456789".utf8)
    private static let longestMark = 12
}
