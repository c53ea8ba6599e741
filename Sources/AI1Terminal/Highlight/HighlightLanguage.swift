/// What a language looks like, as far as it takes to mark its words.
struct HighlightLanguage: Sendable {
    /// A literal or comment with a beginning and an end.
    struct Quote: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        /// Whether a backslash takes the next character's meaning away.
        var hasEscapes = true
        /// Whether it goes on over the end of a line; else it ends there.
        var spansLines = false
        /// Whether it is one only if it ends within a few octets: `'a'`, but not the `'a` of Rust.
        var isCharacter = false
        /// Whether it may contain itself.
        var nests = false

        init(
            _ open: String, _ close: String, escapes: Bool = true, lines: Bool = false, character: Bool = false,
            nests: Bool = false
        ) {
            self.open = Array(open.utf8)
            self.close = Array(close.utf8)
            hasEscapes = escapes
            spansLines = lines
            isCharacter = character
            self.nests = nests
        }

        static let double = Quote("\"", "\"")
        static let single = Quote("'", "'")
        static let character = Quote("'", "'", character: true)
        static let tripleDouble = Quote("\"\"\"", "\"\"\"", lines: true)
        static let tripleSingle = Quote("'''", "'''", lines: true)
        static let backtick = Quote("`", "`", lines: true)
        static let comment = Quote("/*", "*/", escapes: false, lines: true)
        static let nestedComment = Quote("/*", "*/", escapes: false, lines: true, nests: true)
    }

    /// How lines are read.
    enum Form: Sendable { case words, markup, difference }

    /// What follows a word or string that names a value.
    enum Key: Sendable { case none, colon, equals }

    let names: [String]
    var form = Form.words
    var keywords: Set<String> = []
    /// Whether keywords are such in capitals too.
    var ignoresCase = false
    var lineComments: [[UInt8]] = []
    /// Whether a line comment begins only after a blank.
    var commentNeedsBlank = false
    /// The longest beginning first.
    var comments: [Quote] = []
    var strings: [Quote] = [.double, .single]
    /// Characters of words besides letters, digits and `_`.
    var wordOctets: [UInt8] = []
    var key = Key.none

    init(
        _ names: String, _ keywords: String = "", form: Form = .words, ignoresCase: Bool = false, line: [String] = [],
        needsBlank: Bool = false, comments: [Quote] = [], strings: [Quote] = [.double, .single], word: String = "",
        key: Key = .none
    ) {
        self.names = names.split(separator: " ").map(String.init)
        self.keywords = Set(keywords.split { $0 == " " || $0 == "\n" }.map(String.init))
        self.form = form
        self.ignoresCase = ignoresCase
        lineComments = line.map { Array($0.utf8) }
        commentNeedsBlank = needsBlank
        self.comments = comments
        self.strings = strings
        wordOctets = Array(word.utf8)
        self.key = key
    }

    /// The language that a fence names: the first word of what stands behind it, up to a comma, colon or brace.
    static func named(_ info: String) -> HighlightLanguage? {
        let word = info.drop { $0 == " " || $0 == "{" || $0 == "." }.prefix { !" \t,:{}".contains($0) }
        guard !word.isEmpty, word.utf8.count <= 20 else { return nil }
        let name = word.lowercased()
        return all.first { $0.names.contains(name) }
    }
}
