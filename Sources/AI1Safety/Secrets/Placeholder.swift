/// Tells what stands for a secret from what is one: `${PASSWORD}`, `<token>`, `xxxx`, `changeme`.
enum Placeholder {
    private static let words: Set<String> = [
        "password", "passwd", "pass", "secret", "token", "changeme", "change-me", "change_me", "example", "user",
        "username", "pwd", "key", "apikey", "api_key", "your", "todo", "redacted", "hidden", "none", "null", "nil",
        "undefined", "true", "false", "string", "test", "admin", "root", "postgres", "guest",
    ]
    private static let parts = ["your", "example", "placeholder", "redacted", "changeme", "insert", "dummy"]

    /// Whether a short text stands in the place of a secret.
    static func isLikely(_ window: Window, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return true }
        // Variables, templates, tags, and our own placeholders.
        if "$<{[%*(".utf8.contains(window[first]) { return true }
        let count = CharacterCount(window, range)
        if count.distinct <= 2 { return true }
        guard range.count <= 64 else { return false }
        let text = String(decoding: range.map { Octets.lowered(window[$0]) }, as: UTF8.self)
        if words.contains(text) { return true }
        // Real keys of documents carry such words as well: only readable text is taken for a placeholder.
        guard count.digits * 4 < range.count, count.lower == 0 || count.upper == 0 else { return false }
        return parts.contains { text.contains($0) }
    }
}
