internal import AI1Core
internal import AI1Process
internal import AI1Terminal
internal import AI1Wallet

/// Where a password comes from.
enum PasswordSource: Sendable, Hashable {
    /// The first line of a file; the path is whole.
    case file(String)
    /// The first line that a shell command prints.
    case command(String)
    /// A person at the terminal.
    case prompt

    /// The longest password in octets.
    static let maximumBytes = SecretInput.limitBytes

    /// The password.
    /// - Parameter question: what a person is asked
    /// - Throws: `WalletError` of code `locked` where nobody can be asked or the command fails; `SettingsError`, `ProcessError`,
    ///   `TerminalError`
    func read(_ desk: WalletDesk, question: String) throws -> SecretBytes {
        switch self {
        case .file(let path):
            return try SecretInput.opening(privateFile: path, role: "password file") { descriptor in
                try SecretInput.readLine(descriptor: descriptor) ?? SecretBytes(capacity: 0) { _ in 0 }
            }
        case .command(let line):
            let command = SecretCommand(
                line, environment: desk.context.environment, isInteractive: desk.context.isInteractive)
            return try SecretBytes(capacity: Self.maximumBytes) { memory in
                do {
                    return Self.firstLine(memory, try command.run(into: memory))
                } catch let error as ProcessError where error.code != .timedOut {
                    throw WalletError(.locked, error.message, hint: error.hint, underlying: error.underlying)
                }
            }
        case .prompt: return try Self.ask(desk, question)
        }
    }

    /// Asks for a secret that nobody sees.
    /// - Parameter hint: what to do where nobody can be asked
    /// - Throws: `WalletError` of code `locked` where nobody can be asked; `CommandError` of code `declined` at the end of
    ///   input; `TerminalError`
    static func ask(
        _ desk: WalletDesk, _ question: String, hint: String = "add --password-file FILE or --password-command COMMAND"
    ) throws -> SecretBytes {
        guard desk.context.isInteractive else {
            throw WalletError(.locked, "a secret is needed, and there is no terminal to ask for it", hint: hint)
        }
        let facts = desk.terminalFacts
        return try SecretBytes(capacity: HiddenPrompt.maximumBytes) { memory in
            guard let count = try HiddenPrompt.ask(question, facts: facts, hint: hint, into: memory) else {
                throw CommandError(.declined, message: "no answer was given")
            }
            return count
        }
    }

    /// How many octets come before the first line end; what is behind it is overwritten.
    private static func firstLine(_ memory: UnsafeMutableRawBufferPointer, _ count: Int) -> Int {
        var end = memory[..<count].firstIndex(of: 0x0A) ?? count
        if end > 0, memory[end - 1] == 0x0D, end < count { end -= 1 }
        for index in end..<count { memory[index] = 0 }
        return end
    }
}
