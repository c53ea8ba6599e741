internal import AI1Core
internal import AI1History
package import ArgumentParser

/// `ai1 route log show`: everything about one request.
package struct RouteLogShowCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything that is kept of a request.",
        discussion: """
            What was predicted stands beside what it was. An id may be shortened to its end or its beginning.

            Examples:
              ai1 route log show
              ai1 route log show 4f1c22aa
              ai1 route log show 4f1c22aa --json | jq -r .answer
            """)

    @Argument(help: "The request's id; without one the newest.")
    package var id: String?

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try LogBooks(context)
        if let id, try HeldAnswer(books).show(id, json: json) { return }
        let view = LogEntryView(entry: try books.history.show(books.resolve(id)), books: books)
        if json { return try context.output.line(view.json.text) }
        try view.print(on: context.output)
    }
}
