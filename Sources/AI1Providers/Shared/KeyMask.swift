/// Hides what looks like a key: some providers repeat the refused key in their message.
enum KeyMask {
    /// How the keys of the known providers begin.
    private static let prefixes = [
        "sk-", "sk_", "pk-", "AIza", "AQ.", "gsk_", "xai-", "hf_", "r8_", "fw_", "nvapi-", "csk-", "pplx-", "tgp_",
        "key-",
        "key_", "api-key-", "Bearer-",
    ]

    /// A run of mixed letters and digits this long is a key, too.
    private static let longRun = 28

    /// The text with every such word replaced.
    static func masked(_ text: String) -> String {
        var output = ""
        var word: [Character] = []
        for character in text {
            if isKeyCharacter(character) {
                word.append(character)
            } else {
                output += shown(word)
                word.removeAll(keepingCapacity: true)
                output.append(character)
            }
        }
        return output + shown(word)
    }

    private static func shown(_ word: [Character]) -> String {
        let text = String(word)
        if prefixes.contains(where: { text.count >= $0.count + 6 && text.hasPrefix($0) }) { return "[redacted]" }
        let runs = word.split { $0 == "-" || $0 == "_" || $0 == "." }
        return runs.contains(where: isLongRun) ? "[redacted]" : text
    }

    private static func isLongRun(_ run: ArraySlice<Character>) -> Bool {
        run.count >= longRun && run.contains { $0.isNumber || $0 == "*" } && run.contains(where: \.isLetter)
    }

    private static func isKeyCharacter(_ character: Character) -> Bool {
        character.isASCII
            && (character.isLetter || character.isNumber || character == "-" || character == "_" || character == "*"
                || character == ".")
    }
}
