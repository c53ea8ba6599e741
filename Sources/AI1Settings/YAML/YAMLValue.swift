/// A YAML value with the place where it stands. All scalars are text; what they mean is the reader's matter.
package struct YAMLValue: Sendable {
    /// What it is.
    package enum Content: Sendable {
        /// `isPlain` tells `null` from `"null"`.
        case scalar(String, isPlain: Bool)
        case list([YAMLValue], isFlow: Bool)
        case map([Entry], isFlow: Bool)
    }

    /// One `key: value` of a mapping.
    package struct Entry: Sendable {
        package let key: String
        package let keyMark: TextMark
        package let value: YAMLValue
    }

    package let content: Content
    package let mark: TextMark

    /// Whether it is empty, `~` or `null`.
    package var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return text.isEmpty || text == "~" || text.lowercased() == "null"
    }

    /// The entry of a mapping under a key.
    package subscript(key: String) -> Entry? {
        guard case .map(let entries, _) = content else { return nil }
        return entries.first { $0.key == key }
    }
}

/// A place in a text: line and column from one, the column in Unicode scalars.
package struct TextMark: Sendable, Hashable {
    package let line: Int
    package let column: Int
}
