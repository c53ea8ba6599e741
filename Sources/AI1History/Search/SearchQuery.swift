/// What a person typed to search for, as a query of FTS5. Words must all be there, in any order; words in quotation marks
/// stand together; a star after three letters or more lets a word go on. Nothing that is typed is an error of syntax: every
/// word is quoted.
package struct SearchQuery: Sendable, Hashable {
    /// More words than this are left out.
    private static let most = 32
    /// A shorter beginning would be that of too many words: its star is not heard.
    private static let shortestBeginning = 3

    /// In FTS5's syntax.
    let expression: String

    /// - Throws: `HistoryError` of code `nothingToSearch` when there is no letter and no digit in it
    package init(_ text: String) throws {
        let phrases = Self.phrases(text).prefix(Self.most)
        guard !phrases.isEmpty else {
            throw HistoryError(
                .nothingToSearch, message: "there is no word in what is searched for",
                hint: "search for words or numbers; \"several together\" and beginn* are understood")
        }
        expression = phrases.joined(separator: " AND ")
    }

    private static func phrases(_ text: String) -> [String] {
        var phrases: [String] = []
        var word = String.UnicodeScalarView()
        var isQuoted = false
        func end(isPrefix: Bool) {
            defer { word = String.UnicodeScalarView() }
            let spaced = SearchText.spaced(String(word).filter { $0 != "\0" })
            guard spaced.unicodeScalars.contains(where: Self.isSearchable) else { return }
            let goesOn = isPrefix && spaced.unicodeScalars.count >= shortestBeginning
            phrases.append("\"\(spaced)\"" + (goesOn ? " *" : ""))
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\u{201C}", "\u{201D}":
                end(isPrefix: false)
                isQuoted.toggle()
            case "*" where !isQuoted: end(isPrefix: true)
            case _ where scalar.properties.isWhitespace && !isQuoted: end(isPrefix: false)
            default: word.append(scalar)
            }
        }
        end(isPrefix: false)
        return phrases
    }

    /// Whether the index has such a character: a letter, a digit, or one of a private area.
    private static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
