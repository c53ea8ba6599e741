/// One word of a command line, as a shell would split it.
struct ShellWord: Sendable, Hashable {
    /// Without its quotation marks; expansions stand in it as they were written.
    var text = ""
    /// Whether a part of it is known only when it runs: a variable other than HOME, or the output of a command.
    var isDynamic = false
    /// Whether a part of it is the output of a command.
    var hasOutput = false
    /// Whether a part of it was quoted.
    var isQuoted = false
}

/// One simple command: words and the files that it writes to.
struct ShellStep: Sendable, Hashable {
    var words: [ShellWord] = []
    /// Where `>`, `>>`, `>|` and `&>` lead.
    var writes: [ShellWord] = []
    /// The text of a here-document that it reads.
    var hereDocument: String?
    /// Whether it reads what the step before it prints.
    var isFed = false

    var isEmpty: Bool { words.isEmpty && writes.isEmpty }
}
