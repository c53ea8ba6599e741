internal import AI1Core

/// Writing YAML scalars so that every reader reads the same text back.
enum YAMLText {
    /// The text plain when no reader could take it for something else, in double quotes otherwise.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// The text in double quotes, with escapes (YAML 1.1, 5.7; the same as in JSON).
    static func quoted(_ text: String) -> String {
        var output: [UInt8] = []
        JSONText.appendLiteral(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 200 else { return false }
        let isWord = { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            default: false
            }
        }
        let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        if reserved.contains(text.lowercased()) { return false }
        let rest = text.utf8.dropFirst()
        // A colon or a hash is safe inside a word; text such as 12:30 or 1e3 is not, so a letter comes first.
        return isWord(first)
            && rest.allSatisfy { byte in
                isWord(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                    || "._-/".utf8.contains(byte)
            }
    }
}
