/// Watches for characters that nobody sees: zero-width characters in runs, Unicode's tag characters and variation
/// selectors as carriers of text, controls that turn text around.
struct HiddenCharacters {
    enum Verdict {
        /// An ordinary character.
        case nothing
        /// One that shows nothing, and means nothing by itself.
        case invisible
        case mark(FindingKind, Int)
    }

    /// Zero-width characters in a row that no script and no emoji needs.
    private static let zeroWidthRun = 3
    /// Variation selectors in a row: one is a variant of a character, several are a message.
    private static let selectorRun = 2

    private var zeroWidth = 0
    private var selectors = 0
    private var tags = 0
    private var isAfterBlackFlag = false
    /// The first control that isolates or embeds text: usual in scripts that run from right to left, and only there.
    private(set) var isolate: Int?
    private(set) var hasRightToLeft = false

    /// An ordinary character ends every run.
    mutating func endRun() {
        zeroWidth = 0
        selectors = 0
        tags = 0
        isAfterBlackFlag = false
    }

    mutating func take(_ scalar: UInt32, at place: Int) -> Verdict {
        switch scalar {
        case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF:
            zeroWidth += 1
            return zeroWidth == Self.zeroWidthRun ? .mark(.hiddenText, place) : .invisible
        case 0x202D, 0x202E: return .mark(.bidiControls, place)
        case 0x202A, 0x202B, 0x2066...0x2068:
            isolate = isolate ?? place
            return .invisible
        case 0x202C, 0x2069, 0x200E, 0x200F: return .invisible
        case 0xE0000...0xE007F:
            // Flags of regions are a black flag and tags.
            if isAfterBlackFlag { return .invisible }
            tags += 1
            return tags == 1 ? .mark(.tagCharacters, place) : .invisible
        case 0xE0100...0xE01EF:
            selectors += 1
            return selectors == Self.selectorRun ? .mark(.tagCharacters, place) : .invisible
        case 0x1F3F4:
            endRun()
            isAfterBlackFlag = true
            return .nothing
        default:
            endRun()
            if (0x0590...0x08FF).contains(scalar) { hasRightToLeft = true }
            return .nothing
        }
    }

    /// The character that begins at a place; of octets that are no UTF-8, the first one alone.
    static func scalar(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, end: Int
    ) -> (value: UInt32, length: Int) {
        let lead = text[index]
        let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
        guard length > 1, index + length <= end else { return (0xFFFD, 1) }
        var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length {
            guard text[index + offset] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(text[index + offset] & 0x3F)
        }
        return (value, length)
    }
}
