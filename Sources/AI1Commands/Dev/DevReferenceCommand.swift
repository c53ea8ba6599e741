internal import AI1Settings
package import ArgumentParser

/// `ai1 dev reference`: writes what is generated from the program's own definitions. For ai1's own developers.
package struct DevReferenceCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Write manual pages, completions and generated documents.",
        shouldDisplay: false)

    @Argument(help: "The project's top folder.")
    package var folder: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        for file in try ReferenceFiles.all() {
            let path = Paths.join(folder, file.path)
            try AtomicFile.write(Array(file.content.utf8), to: path, mode: 0o644)
            try context.output.line(file.path)
        }
    }
}
