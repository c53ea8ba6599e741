internal import AI1Core

/// The last filter before text becomes a row: entities such as `&#27;` are decoded after the answer was cleaned.
enum MarkdownCharacters {
    /// U+200E in UTF-8: a mark of this part's own within the source. TerminalCleaner lets none through, cmark takes it
    /// for an ordinary character, and `shown` removes it.
    static let mark: [UInt8] = [0xE2, 0x80, 0x8E]

    /// The text as it is shown: without control characters and marks.
    static func shown(_ text: String) -> String {
        // What is removed is a control character of ASCII or begins with one of three octets.
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xD8 && $0 != 0xE2 || $0 == 0x0A || $0 == 0x09
        }
        return isPlain ? text : TerminalCleaner.clean(text)
    }

    /// Tabs as blanks up to the next fourth column.
    static func expandingTabs(_ line: Substring) -> String {
        guard line.utf8.contains(0x09) else { return String(line) }
        var text = ""
        var column = 0
        for character in line {
            if character == "\t" {
                let blanks = 4 - column % 4
                text += String(repeating: " ", count: blanks)
                column += blanks
            } else {
                text.append(character)
                column += DisplayWidth.columns(character)
            }
        }
        return text
    }

    /// Where a character of UTF-8 begins at or before `offset`.
    static func boundary(_ bytes: ArraySlice<UInt8>, before offset: Int) -> Int {
        var offset = offset
        var steps = 0
        while offset > bytes.startIndex, offset < bytes.endIndex, bytes[offset] & 0xC0 == 0x80, steps < 3 {
            offset -= 1
            steps += 1
        }
        return offset
    }
}
