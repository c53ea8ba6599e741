/// How many columns of a terminal a text takes (Unicode Standard Annex 11 and Technical Standard 51, as terminals
/// follow them).
package enum DisplayWidth {
    /// Columns of a text; control characters take none.
    package static func columns(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns($1) }
    }

    /// Columns of one character as a reader sees it.
    package static func columns(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count == 1 { return columns(first) }
        // Emoji: made one by joiners, given emoji form by VS16. Modifiers of colour are drawn beside them by tmux, xterm and
        // others, upon them by some: a row that is too short does no harm, one that wraps does.
        let isEmoji = first.properties.isEmoji && (!first.isASCII || scalars.contains("\u{20E3}"))
        if isEmoji, scalars.contains(where: { $0 == "\u{FE0F}" || $0 == "\u{200D}" }) {
            return scalars.reduce(2) { $0 + ($1.properties.isEmojiModifier ? 2 : 0) }
        }
        return scalars.reduce(0) { $0 + columns($1) }
    }

    /// The longest beginning of a text that takes at most `limit` columns, with `…` in the last one when something is
    /// missing.
    package static func truncate(_ text: String, to limit: Int) -> String {
        guard columns(text) > limit else { return text }
        guard limit > 0 else { return "" }
        var kept = ""
        var used = 0
        for character in text {
            let width = columns(character)
            if used + width > limit - 1 { break }
            kept.append(character)
            used += width
        }
        return kept + "…"
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 {
            return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1
        }
        if precedingMarks.contains(where: { $0.contains(scalar.value) }) { return 1 }
        if zeroWidthJamo.contains(where: { $0.contains(scalar.value) }) { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator, .surrogate:
            return 0
        default: break
        }
        // Two regional indicators make one flag of two columns.
        if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 1 }
        if scalar.properties.isEmojiPresentation { return 2 }
        return isWide(scalar.value) ? 2 : 1
    }

    /// Vowels and final consonants that a terminal draws into the syllable before them.
    private static let zeroWidthJamo: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FF]

    /// Format characters that are seen: marks before numbers in Arabic, Syriac and Kaithi.
    private static let precedingMarks: [ClosedRange<UInt32>] = [
        0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x110BD...0x110BD, 0x110CD...0x110CD,
    ]

    /// Wide and full-width characters besides emoji, by block, unassigned places in them included.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F,  // Hangul initial consonants
        0x2329...0x232A,  // angle brackets
        0x2E80...0x303E,  // CJK radicals, ideographic description, CJK punctuation
        0x3041...0x3247,  // kana, bopomofo, Hangul compatibility, enclosed CJK
        0x3250...0x4DBF,  // enclosed CJK, CJK compatibility, extension A
        0x4E00...0xA4CF,  // CJK unified ideographs, Yi
        0xA960...0xA97F,  // Hangul extended A
        0xAC00...0xD7A3,  // Hangul syllables
        0xF900...0xFAFF,  // CJK compatibility ideographs
        0xFE10...0xFE19,  // vertical forms
        0xFE30...0xFE6F,  // CJK compatibility forms, small forms
        0xFF01...0xFF60,  // full-width forms
        0xFFE0...0xFFE6,  // full-width signs
        0x16FE0...0x18DFF,  // ideographic symbols, Tangut, Khitan
        0x1AFF0...0x1B2FF,  // kana supplements, Nushu
        0x1F200...0x1F2FF,  // enclosed ideographs
        0x20000...0x3FFFD,  // CJK extensions B and on
    ]

    private static func isWide(_ value: UInt32) -> Bool {
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(value)
    }
}
