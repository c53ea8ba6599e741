/// The words and signs of a condition, each with its column.
struct RuleLexer {
    /// A longer condition is a mistake.
    static let limitCharacters = 1_000

    enum Token: Hashable {
        /// A name, a keyword or a text without quotation marks.
        case word(String)
        case quoted(String)
        case sign(String)
        case end
    }

    struct Place: Hashable {
        let token: Token
        let column: Int
    }

    private static let signs = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","]

    /// - Throws: `RuleError`
    static func places(_ text: String) throws(RuleError) -> [Place] {
        let characters = Array(text)
        guard characters.count <= limitCharacters else {
            throw RuleError(limitCharacters, "longer than \(limitCharacters) characters")
        }
        var places: [Place] = []
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if let sign = sign(characters, index) {
                places.append(Place(token: .sign(sign), column: index + 1))
                index += sign.count
            } else if character == "\"" || character == "'" {
                let start = index
                guard let end = characters[(start + 1)...].firstIndex(of: character) else {
                    throw RuleError(start + 1, "the text that begins here has no end")
                }
                places.append(Place(token: .quoted(String(characters[(start + 1)..<end])), column: start + 1))
                index = end + 1
            } else if isWord(character) {
                let start = index
                while index < characters.count, isWord(characters[index]) { index += 1 }
                places.append(Place(token: .word(String(characters[start..<index])), column: start + 1))
            } else {
                throw RuleError(
                    index + 1, "\u{2018}\(character)\u{2019} has no meaning here",
                    hint: character == "=" ? "equality is written ==" : nil)
            }
        }
        places.append(Place(token: .end, column: characters.count + 1))
        return places
    }

    private static func sign(_ characters: [Character], _ index: Int) -> String? {
        signs.first { sign in
            index + sign.count <= characters.count && String(characters[index..<(index + sign.count)]) == sign
        }
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "_-./:".contains(character)
    }
}
