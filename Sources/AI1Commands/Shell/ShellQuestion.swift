internal import AI1Terminal

/// Asks a person what is to become of a command.
struct ShellQuestion: Sendable {
    enum Answer: Sendable, Hashable { case run, decline, explain, modify }

    /// How often it is put again after an answer that means nothing.
    private static let maximumTries = 3

    /// Puts a question and returns the line that was answered; nil at the end of input. What was typed before the question is
    /// no answer to it.
    let ask: @Sendable (String) async throws -> String?
    /// Says something on a line of its own.
    let tell: @Sendable (String) -> Void

    /// - Parameter isRisky: whether nothing short of the whole word counts as a yes
    /// - Returns: `decline` for an empty answer, the end of input, and answers that mean nothing
    /// - Throws: what `ask` throws
    func put(isRisky: Bool) async throws -> Answer {
        let question =
            isRisky
            ? "Type yes to run it, or [n]o, [e]xplain, [m]odify [no]:"
            : "Run it? [y]es, [n]o, [e]xplain, [m]odify [no]:"
        for _ in 0..<Self.maximumTries {
            guard let answer = try await ask(question) else { return .decline }
            switch answer.lowercased() {
            case "yes": return .run
            case "y" where !isRisky: return .run
            case "", "n", "no": return .decline
            case "e", "explain": return .explain
            case "m", "modify": return .modify
            case "y": tell("There is a warning: please answer with the whole word.")
            default: tell("Please answer yes, no, explain or modify.")
            }
        }
        return .decline
    }
}
