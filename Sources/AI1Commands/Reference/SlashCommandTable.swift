internal import AI1Core

/// The REPL's commands as a document, from the table that its help and completion come from.
enum SlashCommandTable {
    static var documentation: String {
        var text = """
            # Commands of the REPL

            Generated from `Sources/AI1Commands/Repl/SlashCommands.swift` by `make reference`. A beginning that only one
            command has is enough: `/sum` is `/summary`. A prompt that begins with a slash gets a second one.

            """
        for group in SlashCommands.groups {
            text += "\n## \(group.title)\n\n| command | also | what it does |\n|---|---|---|\n"
            for command in group.commands {
                let usage = command.usage.split(separator: "|", omittingEmptySubsequences: false).joined(
                    separator: "\\|")
                let aliases = command.aliases.map { "`/\($0)`" }.joined(separator: ", ")
                text += "| `\(usage)` | \(aliases) | \(command.summary) |\n"
            }
        }
        return text
    }
}
