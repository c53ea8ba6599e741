import AI1Terminal

/// As much of a terminal as the painter speaks to, with a history of the lines that left the screen. It stops at what it
/// does not know, and at a cursor that is sent beyond the top.
struct TinyTerminal {
    private struct Line: Equatable {
        var cells: [Character?] = []
        /// Whether it goes on in the next line.
        var isWrapped = false
    }

    private(set) var columns: Int
    private(set) var height: Int
    private var lines = [Line()]
    /// The first line of the screen among all.
    private var top = 0
    private var y = 0
    private var x = 0
    private(set) var complaint: String?

    init(columns: Int, height: Int) {
        self.columns = columns
        self.height = height
    }

    /// All lines with those that left the screen, without blanks at their ends and without lines below the cursor.
    var text: [String] { lines[...y].map { String($0.cells.map { $0 ?? "\u{1}" }.filter { $0 != "\u{1}" }).trimmed } }
    /// Lines that left the screen.
    var history: [String] { Array(text[..<min(top, text.count)]) }
    var isAtLineStart: Bool { x == 0 && lines[y].cells.isEmpty }

    mutating func write(_ octets: [UInt8]) {
        var rest = Substring(String(decoding: octets, as: UTF8.self))
        while let character = rest.popFirst() {
            switch character {
            case "\r\n": (x, _) = (0, down())
            case "\r": x = 0
            case "\n": down()
            case "\u{1B}": escape(&rest)
            default: put(character)
            }
        }
    }

    /// Wraps long lines anew, as terminals do that keep the text together.
    mutating func resize(columns: Int) {
        var joined: [Line] = []
        var isOpen = false
        var cursor = 0
        for (index, line) in lines.enumerated() {
            if isOpen { joined[joined.count - 1].cells += line.cells } else { joined.append(line) }
            isOpen = line.isWrapped
            if index == y { cursor = joined.count - 1 }
        }
        self.columns = columns
        lines = []
        for (index, line) in joined.enumerated() {
            if index == cursor { y = lines.count }
            var cells = line.cells[...]
            repeat {
                lines.append(Line(cells: Array(cells.prefix(columns)), isWrapped: cells.count > columns))
                cells = cells.dropFirst(columns)
            } while !cells.isEmpty
        }
        top = max(0, y - height + 1)
    }

    private mutating func escape(_ rest: inout Substring) {
        guard rest.popFirst() == "[" else { return complain("escape") }
        let number = rest.prefix { $0.isNumber || $0 == ";" }
        rest = rest.dropFirst(number.count)
        let count = Int(number) ?? 1
        switch rest.popFirst() {
        case "m": break
        case "A":
            if y - count < top { complain("up \(count) from \(y - top)") }
            y = max(top, y - count)
        case "C": x = min(columns - 1, x + count)
        case "K": lines[y].cells = Array(lines[y].cells.prefix(x))
        case "J":
            lines[y].cells = Array(lines[y].cells.prefix(x))
            lines.removeSubrange((y + 1)...)
        default: complain("unknown \(number)")
        }
    }

    private mutating func down() {
        y += 1
        if y == lines.count { lines.append(Line()) }
        if y - top >= height { top += 1 }
    }

    private mutating func put(_ character: Character) {
        let width = DisplayWidth.columns(character)
        if x + width > columns {
            lines[y].isWrapped = true
            down()
            x = 0
        }
        while lines[y].cells.count < x + width { lines[y].cells.append(" ") }
        lines[y].cells[x] = character
        if width == 2 { lines[y].cells[x + 1] = nil }
        x += width
    }

    private mutating func complain(_ text: String) { complaint = complaint ?? text }
}

extension String {
    /// Without blanks at the end.
    var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
