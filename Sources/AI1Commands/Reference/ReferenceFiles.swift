internal import AI1Core
internal import AI1Settings
internal import ArgumentParser

/// Every file that is generated from the program's own definitions, by its path below the project's top.
package enum ReferenceFiles {
    /// The date in the manual pages: of the release, not of the day they were made, so that they are the same every time.
    private static let date = "November 22, 2026"

    /// - Throws: `CommandError` when the parser's description cannot be read
    package static func all() throws -> [(path: String, content: String)] {
        let root = try HelpTree().root
        let nouns = root.subcommands
        let pages = ["ai1"] + nouns.map { $0.path.joined(separator: "-") }
        var files: [(path: String, content: String)] = [
            ("Man/ai1.1", ManPage.text(root, date: date, seeAlso: Array(pages.dropFirst()).sorted()))
        ]
        for noun in nouns {
            let name = noun.path.joined(separator: "-")
            files.append(
                ("Man/\(name).1", ManPage.text(noun, date: date, seeAlso: pages.filter { $0 != name }.sorted())))
        }
        files.append(("Completions/ai1.bash", AI1Command.completionScript(for: .bash) + "\n"))
        files.append(("Completions/_ai1", AI1Command.completionScript(for: .zsh) + "\n"))
        files.append(("Completions/ai1.fish", AI1Command.completionScript(for: .fish) + "\n"))
        files.append(("docs/configuration.md", SettingsSchema.documentation()))
        files.append(("docs/exit-codes.md", exitCodes))
        files.append(("docs/repl-commands.md", SlashCommandTable.documentation))
        return files
    }

    private static var exitCodes: String {
        var text = """
            # Exit codes

            Generated from `Sources/AI1Core/Errors/ExitStatus.swift` by `make reference`.

            | code | name | meaning |
            |---|---|---|

            """
        for status in ExitStatus.all { text += "| \(status.code) | \(status.name) | \(status.meaning) |\n" }
        text += """

            64 to 78 follow sysexits(3), 128 + n is a signal. A cut answer (76) or one that reached its length limit (100)
            is never 0.

            """
        return text
    }
}
