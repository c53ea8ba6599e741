package import ArgumentParser

/// What is asked, and with what.
package struct InputOptions: ParsableArguments {
    @Argument(help: "The prompt. Use '-' to read standard input even when it is a terminal.")
    package var prompt: [String] = []

    @Option(
        name: [.customShort("a"), .customLong("attach")], parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Attach a text, an image or a PDF: a file, a folder, a quoted pattern such as 'src/**/*.swift', a URL, or '-'.",
            valueName: "attach"),
        completion: .file())
    package var attachments: [String] = []

    @Option(name: .shortAndLong, parsing: .unconditional, help: "The system prompt.")
    package var system: String?

    @Flag(name: .customLong("no-stdin"), help: "Do not read standard input.")
    package var noStdin = false

    @Option(
        name: .customLong("stdin-timeout"),
        help: ArgumentHelp(
            "Go on without standard input when it sends nothing for so long (30s when a prompt is given).",
            valueName: "time"), transform: DurationArgument.init(_:))
    package var stdinTimeout: DurationArgument?

    @Option(
        name: .customLong("resume"), defaultAsFlag: Self.lastAnswer,
        help: ArgumentHelp("Go on with a cut answer: the last, or the one with this id.", valueName: "id"))
    package var resume: String?

    /// What `--resume` without an id stands for.
    static let lastAnswer = "last"

    package init() {}

    package mutating func validate() throws {
        if resume != nil, !prompt.isEmpty || !attachments.isEmpty || system != nil {
            throw ValidationError("--resume goes on with a kept request: give no prompt, attachment or system prompt")
        }
    }
}
