package import AI1Settings
package import ArgumentParser

/// What is printed, and where.
package struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")], help: "Write the answer to this file.", completion: .file())
    package var file: String?

    @Flag(help: "Print one JSON object.")
    package var json = false

    @Flag(help: "Print one JSON event a line, as they come.")
    package var jsonl = false

    @Flag(name: [.customShort("x"), .customLong("extract")], help: "Print only the first code block.")
    package var extract = false

    @Flag(help: "Print the answer on a terminal as the model wrote it, not as markdown.")
    package var plain = false

    @Flag(help: "Print the expected and the worst-case cost, and send nothing.")
    package var estimate = false

    @Flag(name: .customLong("dry-run"), help: "Print the exact request, keys redacted, and send nothing.")
    package var dryRun = false

    @Flag(help: "Explain on stderr why this model was chosen.")
    package var why = false

    @Flag(name: .shortAndLong, help: "No cost line, no notices.")
    package var quiet = false

    @Flag(name: .shortAndLong, help: "Show causes and the transfer on stderr.")
    package var verbose = false

    @Option(help: "Colour: auto, always or never.")
    package var color: ColorMode?

    package init() {}

    package mutating func validate() throws {
        if file == "" { throw ValidationError("-o needs the name of a file") }
        if json && jsonl { throw ValidationError("--json and --jsonl exclude each other") }
        if estimate && dryRun { throw ValidationError("--estimate and --dry-run exclude each other") }
        if extract && (json || jsonl) { throw ValidationError("--extract prints text: leave out --json or --jsonl") }
    }
}

extension ColorMode: ExpressibleByArgument {}
