/// Text as it stands in the index of words: writing that puts no spaces between words is taken apart into its characters, so
/// that a search for some of them finds them wherever they stand.
///
/// What was indexed once must come out the same for ever: it is made again in order to take it out of the index. Another
/// rule needs a migration that makes the index anew.
enum SearchText {
    /// The beginning of a text as it is indexed.
    static func indexed(_ text: String) -> String {
        spaced(text.cut(toBytes: HistoryFile.searchedBytes))
    }

    /// The text with a space on both sides of every character of such writing.
    static func spaced(_ text: String) -> String {
        // The first such character has three octets that begin with E0 or more.
        guard text.utf8.contains(where: { $0 >= 0xE0 }) else { return text }
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isUnspaced(scalar.value) else {
                output.append(scalar)
                continue
            }
            output.append(" ")
            output.append(scalar)
            output.append(" ")
        }
        return String(output)
    }

    /// Whether a character belongs to writing without spaces between words, or with words that change their ends as in Korean.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF: true  // Thai, Lao
        case 0x1000...0x109F, 0x1780...0x17FF: true  // Burmese, Khmer
        case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF: true  // Japanese syllables and marks
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true  // Han
        case 0xAC00...0xD7AF: true  // Korean syllables
        case 0xFF66...0xFF9D: true  // narrow Japanese syllables
        case 0x20000...0x3FFFF: true  // Han, supplements
        default: false
        }
    }
}
