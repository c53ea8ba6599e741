internal import ArgumentParser

/// Names that go into the ledger: jobs and keys.
enum LedgerName {
    private static let longest = 200

    static func job(_ text: String) throws -> String { try check(text, "a job's name") }

    static func key(_ text: String) throws -> String { try check(text, "a key") }

    /// - Throws: `ValidationError`
    private static func check(_ text: String, _ what: String) throws -> String {
        guard !text.isEmpty, text.utf8.count <= longest else {
            throw ValidationError("\(what) must have 1 to \(longest) bytes")
        }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw ValidationError("\(what) may not have control characters")
        }
        return text
    }
}
