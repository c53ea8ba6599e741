internal import AI1Core
internal import AI1History
package import ArgumentParser

/// `ai1 route learn import`.
package struct RouteLearnImportCommand: ContextCommand {
    /// A larger file is none of ours.
    private static let limitBytes = 64 * 1_048_576

    package static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add what another machine learned.",
        discussion: """
            A file that was imported before changes nothing.

            Examples:
              ai1 route learn import learned.json
            """)

    @Argument(help: "A file that `export` wrote.", completion: .file())
    package var file: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let bytes = try InputFile.read(file, limit: Self.limitBytes)
        guard let value = try? JSONParser.parse(bytes) else {
            throw CommandError(
                .badInput, message: "\(TerminalCleaner.cleanLine(file)) is not JSON",
                hint: "ai1 route learn export writes such a file")
        }
        let count = try live.openHistory().importLearning(LearningFile(value), at: context.clock.now)
        try context.errors.line(
            count.map { "added \($0) summaries" } ?? "this file was imported before: nothing changed")
    }
}
