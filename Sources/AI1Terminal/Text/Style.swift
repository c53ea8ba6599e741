/// How text is marked. Without colour nothing is written but the text: colour never carries meaning alone.
package struct Style: Sendable, Hashable {
    /// The few marks that are used: dim for detail, bold for what to look at, red for refusal, yellow for warning,
    /// green for good.
    package enum Mark: Sendable, Hashable, CaseIterable { case none, dim, bold, red, yellow, green }

    package let hasColor: Bool

    package init(hasColor: Bool) { self.hasColor = hasColor }

    /// No escape codes.
    package static let plain = Style(hasColor: false)

    /// The text with its mark (ECMA-48 SGR); an empty text stays empty.
    package func apply(_ mark: Mark, _ text: String) -> String {
        guard hasColor, mark != .none, !text.isEmpty else { return text }
        return "\u{1B}[\(Self.code(mark))m\(text)\u{1B}[0m"
    }

    package func dim(_ text: String) -> String { apply(.dim, text) }
    package func bold(_ text: String) -> String { apply(.bold, text) }
    package func red(_ text: String) -> String { apply(.red, text) }
    package func yellow(_ text: String) -> String { apply(.yellow, text) }
    package func green(_ text: String) -> String { apply(.green, text) }

    private static func code(_ mark: Mark) -> Int {
        switch mark {
        case .none: 0
        case .bold: 1
        case .dim: 2
        case .red: 31
        case .green: 32
        case .yellow: 33
        }
    }
}
