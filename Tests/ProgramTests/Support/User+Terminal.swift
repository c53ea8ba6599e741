internal import AI1TestSupport

extension ProgramOptions {
    /// All three standard streams are one terminal.
    mutating func useTerminal() {
        input = .terminal
        output = .terminal
        errors = .terminal
    }
}
