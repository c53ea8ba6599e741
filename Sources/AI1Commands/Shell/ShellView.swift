internal import AI1Core
internal import AI1Engine
internal import AI1Terminal

/// How a command is shown: every line behind a mark, so that nothing in it looks like something that ai1 says.
struct ShellView: Sendable {
    /// Before a line of the command.
    private static let mark = "  | "
    /// Before the rest of a line that is too long.
    private static let continuation = "  + "
    /// Columns of the narrowest terminal that is served.
    private static let leastColumns = 12

    let style: Style
    /// Columns of the terminal; nil breaks no line.
    let columns: Int?

    /// The lines of a command, and what there is to warn of.
    func lines(_ proposal: ShellProposal) -> [String] {
        proposal.lines.flatMap(command) + warnings(proposal)
    }

    /// What there is to warn of, a line each.
    func warnings(_ proposal: ShellProposal) -> [String] {
        proposal.warnings.flatMap { warning in
            wrapped("warning: \(TerminalCleaner.cleanLine(warning.message, limit: 200))").map { style.yellow($0) }
        }
    }

    /// The lines of an explanation, which are a model's words.
    func explanation(_ text: String) -> [String] { wrapped(TerminalCleaner.clean(text), indent: "    ") }

    private func wrapped(_ text: String, indent: String = "") -> [String] {
        WrappedText.lines(text, width: max((columns ?? 100) - indent.count - 1, Self.leastColumns)).map { indent + $0 }
    }

    /// One line of a command, broken only where the terminal ends: blanks count in a command.
    private func command(_ line: Substring) -> [String] {
        let width = columns.map { max($0 - Self.mark.count - 1, Self.leastColumns) } ?? Int.max
        var lines: [String] = []
        var current = ""
        var used = 0
        for character in TerminalCleaner.clean(String(line)) {
            let shown = character == "\t" ? "    " : String(character)
            let wide = DisplayWidth.columns(shown)
            if used + wide > width, !current.isEmpty {
                lines.append(current)
                (current, used) = ("", 0)
            }
            current += shown
            used += wide
        }
        lines.append(current)
        return lines.enumerated().map { ($0 == 0 ? Self.mark : Self.continuation) + $1 }
    }
}
