/// A change of a settings file.
package enum SettingsEdit: Sendable, Hashable {
    /// Sets a value at a place such as `["providers", "groq", "key_env"]`; mappings on the way are made.
    case set([String], EditValue)
    /// Removes what stands at a place, and mappings that are empty then. Nothing there: nothing happens.
    case remove([String])
}

/// A value for a settings file.
package indirect enum EditValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    /// A number, amount or time as it should stand there: `0.7`, `131072`, `30s`.
    case number(String)
    case list([EditValue])
    case map([EditMember])
}

/// One `name: value` of a mapping to write.
package struct EditMember: Sendable, Hashable {
    package let name: String
    package let value: EditValue

    package init(_ name: String, _ value: EditValue) {
        self.name = name
        self.value = value
    }
}

extension EditValue {
    /// The value inside mappings for the names of a path.
    func wrapped(in path: ArraySlice<String>) -> EditValue {
        path.reversed().reduce(self) { .map([EditMember($1, $0)]) }
    }

    /// The value on one line (flow style).
    var flow: String {
        switch self {
        case .text(let text): YAMLText.scalar(text)
        case .flag(let flag): flag ? "true" : "false"
        case .number(let text): text
        case .list(let elements): "[" + elements.map(\.flow).joined(separator: ", ") + "]"
        case .map(let members):
            "{" + members.map { "\(YAMLText.scalar($0.name)): \($0.value.flow)" }.joined(separator: ", ") + "}"
        }
    }

    /// Lines of `name: value` in block style.
    /// - Parameter indent: spaces before the name
    func lines(named name: String, indent: Int) -> [String] {
        let start = String(repeating: " ", count: indent) + YAMLText.scalar(name) + ":"
        switch self {
        case .text, .flag, .number: return [start + " " + flow]
        case .map(let members) where !members.isEmpty:
            return [start] + members.flatMap { $0.value.lines(named: $0.name, indent: indent + 2) }
        case .list(let elements) where elements.contains(where: \.isMap):
            return [start] + elements.flatMap { $0.elementLines(indent: indent + 2) }
        case .list, .map: return [start + " " + flow]
        }
    }

    private var isMap: Bool { if case .map = self { true } else { false } }

    /// Lines of one `- …` of a list.
    private func elementLines(indent: Int) -> [String] {
        let spaces = String(repeating: " ", count: indent)
        guard case .map(let members) = self, !members.isEmpty else { return [spaces + "- " + flow] }
        var lines = members.flatMap { $0.value.lines(named: $0.name, indent: indent + 2) }
        lines[0] = spaces + "- " + lines[0].dropFirst(indent + 2)
        return lines
    }
}
