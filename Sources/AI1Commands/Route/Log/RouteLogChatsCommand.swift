internal import AI1Conversations
internal import AI1Core
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route log chats`: the conversations.
package struct RouteLogChatsCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "chats",
        abstract: "List the conversations.",
        discussion: """
            ai1 ask -c goes on with the first of them, ai1 ask --chat NAME with any of them, and so does the REPL by /load.

            Examples:
              ai1 route log chats
              ai1 route log export 4f1c22aa -o talk.md
            """)

    @Flag(help: "Print names only, one a line.")
    package var names = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let cards = ChatBook(live).store.list()
        if names { return try context.output.write(text: cards.compactMap(\.name).map { $0 + "\n" }.joined()) }
        let view = ChatListView(cards: cards, live: live)
        if json { return try context.output.line(view.json.text) }
        guard !cards.isEmpty else { return try context.errors.line("no chats yet") }
        try context.output.show(view.table(columns: live.outputFacts.columns), live.outputFacts)
    }
}
