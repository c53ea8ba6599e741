internal import AI1Conversations
internal import AI1Core
package import ArgumentParser

/// `ai1 route log export`: a conversation as a document.
package struct RouteLogExportCommand: ContextCommand {
    /// The forms of the document.
    package enum Format: String, Sendable, CaseIterable, ExpressibleByArgument { case markdown, json }

    package static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print a conversation as Markdown or JSON.",
        discussion: """
            Without a name or the end of an id it is the conversation that was used last. -o FILE.json prints JSON.

            Examples:
              ai1 route log export plans > plans.md
              ai1 route log export plans -o plans.json
            """)

    @Argument(
        help: "The conversation's name, or the end of its id.",
        completion: .shellCommand("ai1 route log chats --names 2>/dev/null"))
    package var chat: String?

    @Option(help: "The form: markdown or json.")
    package var format: Format?

    @Option(name: [.customShort("o"), .customLong("output")], help: "Write to this file.", completion: .file())
    package var file: String?

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let found = try ChatBook(live).store.open(chat)
        guard let file else { return try context.output.write(text: ChatDocument(found, format ?? .markdown).text) }
        try ChatDocument(found, format ?? ChatDocument.format(of: file)).write(to: file)
    }
}
