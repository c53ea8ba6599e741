/// Characters that look like others: a letter of another alphabet in a Latin word, a typographic dash in the place of an
/// option's.
enum LookAlike {
    private static let doubles: [Unicode.Scalar: String] = [
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-",
        "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2032}": "'", "\u{2044}": "/",
        "\u{2215}": "/", "\u{29F8}": "/", "\u{2236}": ":", "\u{A789}": ":", "\u{37E}": ";", "\u{2223}": "|",
        "\u{1C0}": "|", "\u{2024}": ".",
    ]

    /// - Parameter steps: what the command is made of; quoted text may have what typographers like
    static func warnings(for steps: [ShellStep]) -> [ShellWarning] {
        var found: [ShellWarning] = []
        for word in steps.flatMap({ $0.words + $0.writes }) where !word.text.utf8.allSatisfy({ $0 < 0x80 }) {
            if let scalar = word.text.unicodeScalars.first(where: { !word.isQuoted && plain($0) != nil }),
                let plain = plain(scalar)
            {
                found.append(
                    ShellWarning(.lookAlike, "\(HiddenCharacter.number(scalar)) looks like \(plain) and is another character"))
            }
            if let scalar = foreignLetter(in: word.text) {
                found.append(
                    ShellWarning(
                        .lookAlike, "a Latin word has \(HiddenCharacter.number(scalar)), a letter of another alphabet"))
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        // The full-width forms of ASCII.
        if (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) {
            return String(ascii)
        }
        return doubles[scalar]
    }

    /// The first Greek, Cyrillic, Armenian or Cherokee letter in a run of letters that has Latin ones too.
    private static func foreignLetter(in text: String) -> Unicode.Scalar? {
        for run in text.unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
            guard run.contains(where: { $0.isASCII }) else { continue }
            if let scalar = run.first(where: { isForeign($0.value) }) { return scalar }
        }
        return nil
    }

    private static func isForeign(_ value: UInt32) -> Bool {
        // The micro sign is usual in units.
        (0x370...0x58F).contains(value) && value != 0x3BC || (0x13A0...0x13FF).contains(value)
            || (0x1F00...0x1FFF).contains(value) || (0xAB70...0xABBF).contains(value)
    }
}
