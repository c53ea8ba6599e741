/// Marks of structure in a text: fences, diffs, program lines, formulas, lists.
struct TextMarks {
    private(set) var hasFence = false
    private(set) var isDiff = false
    private(set) var programLines = 0
    private(set) var hasFormula = false
    private(set) var listItems = 0

    /// - Parameter body: octets with ASCII letters in lower case
    init(_ body: [UInt8]) {
        body.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
                look(at: UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end + 1
            }
            hasFormula = hasFormula || Self.hasArithmetic(bytes)
        }
    }

    private static let diffBeginnings: [StaticString] = ["diff --git ", "@@ -", "--- a/", "+++ b/"]
    private static let programBeginnings: [StaticString] = [
        "#include", "import ", "from ", "def ", "class ", "func ", "fn ", "pub ", "let ", "var ", "const ", "function ",
        "public ", "private ", "package ", "struct ", "return ", "if ", "for ", "while ", "elif ", "select ", "@",
        "#!/", "use ",
    ]
    private static let formulas: [StaticString] = [
        "\\frac", "\\int", "\\sum", "\\sqrt", "\\begin{", "x^2", "x**2", "∫", "√", "∑",
    ]

    private mutating func look(at line: UnsafeBufferPointer<UInt8>) {
        var text = line[...]
        while let first = text.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
            text = text.dropFirst()
        }
        guard let first = text.first else { return }
        if text.starts(with: [UInt8(ascii: "`"), UInt8(ascii: "`"), UInt8(ascii: "`")]) { hasFence = true }
        if !isDiff { isDiff = Self.diffBeginnings.contains { Self.begins(line, $0) } }
        if Self.isListItem(text) { listItems += 1 }
        if !hasFormula, text.contains(UInt8(ascii: "\\")) || text.contains(UInt8(ascii: "^")) || text.contains(0xE2) {
            hasFormula = Self.formulas.contains { Self.stands($0, in: line) }
        }
        guard let last = text.last else { return }
        let closes = last == UInt8(ascii: ";") || last == UInt8(ascii: "{") || last == UInt8(ascii: "}")
        let begins = first != UInt8(ascii: "-") && Self.programBeginnings.contains { Self.begins(text, $0) }
        let isProgram =
            closes
            || begins && (last == UInt8(ascii: ":") || last == UInt8(ascii: ")") || text.contains(UInt8(ascii: "=")))
        if isProgram { programLines += 1 }
    }

    private static func isListItem(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first, text.count > 2 else { return false }
        let second = text[text.startIndex + 1]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") { return second == UInt8(ascii: " ") }
        guard first >= UInt8(ascii: "1"), first <= UInt8(ascii: "9") else { return false }
        return second == UInt8(ascii: ".") || second == UInt8(ascii: ")")
    }

    /// A digit, an operator and a digit, as in `17 * 23` and `2+2`; not a date, a version or a range.
    private static func hasArithmetic(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var sawDigit = false
        var sawOperator = false
        for byte in bytes.prefix(TextSample.instructionHeadBytes) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if sawOperator { return true }
                sawDigit = true
            case UInt8(ascii: " "): break
            case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "^"), UInt8(ascii: "="):
                sawOperator = sawDigit
            default:
                sawDigit = false
                sawOperator = false
            }
        }
        return false
    }

    private static func begins(_ line: some Sequence<UInt8>, _ text: StaticString) -> Bool {
        line.starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func stands(_ text: StaticString, in line: UnsafeBufferPointer<UInt8>) -> Bool {
        OctetSearch.contains(line, UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
