/// A piece of running text that is not broken unless it is longer than a row.
struct MarkdownWord: Sendable, Hashable {
    /// What stands between the word before and this one.
    enum Join: Sendable, Hashable {
        /// Nothing: both are one word.
        case none
        /// Nothing, but a row may end there, as between ideographs.
        case fold
        /// A blank, which is left out where a row ends.
        case blank
        /// The end of a row.
        case line
    }

    var text: String
    var columns: Int
    var marks: Style.Marks
    var join: Join

    init(_ text: String, marks: Style.Marks = [], join: Join = .blank) {
        self.text = text
        // A selector or joiner may widen the character of the word before.
        let widens = text.unicodeScalars.first.map { $0 == "\u{FE0F}" || $0 == "\u{200D}" } ?? false
        columns = DisplayWidth.columns(text) + (widens ? 1 : 0)
        self.marks = marks
        self.join = join
    }
}

/// Makes words of text that comes in pieces with different marks.
struct MarkdownWords: Sendable {
    private(set) var words: [MarkdownWord] = []
    private var join = MarkdownWord.Join.none

    init() {}

    /// - Parameter held: words of an unfinished row that come first
    init(after held: [MarkdownWord], join: MarkdownWord.Join) {
        words = held
        self.join = join
    }

    mutating func blank() { if join != .line { join = .blank } }
    mutating func line() { join = .line }

    /// Adds text. Blanks and tabs divide words.
    /// - Parameter keepsBlanks: whether several blanks in a row are kept, as in code
    mutating func add(_ text: String, marks: Style.Marks, keepsBlanks: Bool = false) {
        let text = MarkdownCharacters.shown(text)
        var blanks = 0
        var start = text.utf8.startIndex
        for position in text.utf8.indices {
            let byte = text.utf8[position]
            guard byte == 0x20 || byte == 0x09 || byte == 0x0A else { continue }
            if start < position {
                word(text[start..<position], marks, blanks: keepsBlanks ? blanks : 1)
                blanks = 0
            }
            blank()
            blanks += 1
            start = text.utf8.index(after: position)
        }
        if start < text.utf8.endIndex { word(text[start...], marks, blanks: keepsBlanks ? blanks : 1) }
    }

    private mutating func word(_ text: Substring, _ marks: Style.Marks, blanks: Int) {
        // The join is one blank; what is more belongs to the word.
        let lead = String(repeating: " ", count: max(0, blanks - 1))
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return append(MarkdownWord(lead + text, marks: marks, join: join)) }
        var piece = lead
        var isIdeograph = false
        for character in text {
            let isWide = Self.folds(character)
            if !piece.isEmpty, isWide || isIdeograph && !Self.stands(character) {
                append(MarkdownWord(piece, marks: marks, join: join))
                piece = ""
                join = .fold
            }
            if piece.isEmpty {
                // An ideograph may begin a row, whatever is before it.
                if isWide, join == .none, !words.isEmpty { join = .fold }
                isIdeograph = isWide
            }
            piece.append(character)
        }
        append(MarkdownWord(piece, marks: marks, join: join))
    }

    private mutating func append(_ word: MarkdownWord) {
        words.append(word)
        join = .none
    }

    /// Whether a row may end before and after it: ideographs, kana and emoji. Korean has blanks between its words.
    private static func folds(_ character: Character) -> Bool {
        guard DisplayWidth.columns(character) >= 2, let first = character.unicodeScalars.first else { return false }
        let isHangul = (0x1100...0x11FF).contains(first.value) || (0xAC00...0xD7FF).contains(first.value)
        return !isHangul && !endsNoRow(character)
    }

    /// Characters that no row begins with: they stay with the one before.
    private static func endsNoRow(_ character: Character) -> Bool {
        "、。，．：；！？）」』】〉》〕ー々".contains(character)
    }

    private static func stands(_ character: Character) -> Bool {
        endsNoRow(character) || ".,:;!?)]}%".contains(character)
    }
}
