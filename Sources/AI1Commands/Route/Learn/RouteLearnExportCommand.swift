internal import AI1Core
internal import AI1History
package import ArgumentParser

/// `ai1 route learn export`.
package struct RouteLearnExportCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print what was learned as JSON. No request and no word of one is in it.",
        discussion: """
            Examples:
              ai1 route learn export > learned.json
            """)

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let learned = try live.openHistory().exportLearning(id: context.newRequestID(), at: context.clock.now)
        try context.output.line(learned.json.text)
    }
}
