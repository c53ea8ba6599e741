internal import AI1Settings
internal import AI1Terminal

extension OutputStream {
    /// What may be shown on this stream: its width, its colours.
    func facts(_ environment: [String: String], color: ColorMode) -> StreamFacts {
        let choice: ColorChoice =
            switch color {
            case .auto: .auto
            case .always: .always
            case .never: .never
            }
        return StreamFacts(
            isTerminal: isTerminal, columns: isTerminal ? TerminalFacts.columns(of: descriptor) : nil,
            environment: environment, color: choice)
    }

    /// Prints a table, fitted to the terminal if this is one.
    /// - Throws: as `write`
    func show(_ table: TextTable, _ facts: StreamFacts) throws {
        try write(text: table.render(width: facts.columns, style: Style(hasColor: facts.hasColor)))
    }
}
