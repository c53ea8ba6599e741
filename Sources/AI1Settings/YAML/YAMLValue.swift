/// A YAML value with the place where it stands. All scalars are text; what they mean is the reader's matter.
struct YAMLValue: Sendable {
    enum Content: Sendable {
        /// `isPlain` tells `null` from `"null"`.
        case scalar(String, isPlain: Bool)
        case list([YAMLValue], isFlow: Bool)
        case map([Entry], isFlow: Bool)
    }

    /// One `key: value` of a mapping.
    struct Entry: Sendable {
        let key: String
        let keyMark: TextMark
        let value: YAMLValue
    }

    let content: Content
    let mark: TextMark

    /// Whether it is empty, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return text.isEmpty || text == "~" || text.lowercased() == "null"
    }

    /// The entry of a mapping under a key.
    subscript(key: String) -> Entry? {
        guard case .map(let entries, _) = content else { return nil }
        return entries.first { $0.key == key }
    }
}

/// A place in a text: line and column from one, the column in Unicode scalars.
struct TextMark: Sendable, Hashable {
    let line: Int
    let column: Int
}
