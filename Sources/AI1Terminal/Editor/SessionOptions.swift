/// What a session at the prompt is made of.
package struct SessionOptions: Sendable {
    /// The first prompt; may be styled by SGR.
    package var prompt = "› "
    /// What takes the prompt's place as soon as a line was accepted, until another is set; nil leaves it as it is.
    package var busyPrompt: String?
    /// Where the history is kept, mode 0600; nil for none. Its folder exists.
    package var historyFile: String?
    /// Entries of the history.
    package var historyLimit = 1_000
    /// Whether accepted lines go into the history by themselves; a line that begins with a blank never does.
    package var remembersLines = true
    /// What `$if` in the user's inputrc compares with.
    package var name = "ai1"
    /// TERM.
    package var terminal: String
    /// Whether text may be erased and written again.
    package var canRedraw: Bool
    /// Candidates for a word, from data at hand: it is called on the thread of the terminal, where a person waits for it.
    /// Those that end with `/` or `=` are completed without a blank behind them.
    package var complete: @Sendable (CompletionRequest) -> [String] = { _ in [] }
    package var input: Int32 = 0
    package var output: Int32 = 1

    /// - Parameters:
    ///   - terminal: TERM; empty for none
    ///   - canRedraw: what is known of the terminal
    package init(terminal: String, canRedraw: Bool) {
        self.terminal = terminal
        self.canRedraw = canRedraw
    }

    /// Terminals that do not say what is pasted (DECSET 2004).
    var marksPastes: Bool {
        guard canRedraw else { return false }
        let plain = ["linux", "ansi", "cons25", "vt52", "vt100", "vt102", "vt220"]
        return !plain.contains { terminal == $0 || terminal.hasPrefix($0 + "-") }
    }
}
