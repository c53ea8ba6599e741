internal import AI1Conversations
internal import AI1Core
package import AI1History
package import ArgumentParser

/// `ai1 route log list`: requests at a glance.
package struct RouteLogListCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List requests, the newest first (default).",
        discussion: """
            --search looks for words in prompts and answers: all must be there; "several words" stand together; beginn* \
            goes on.

            Examples:
              ai1 route log
              ai1 route log --search '"tail recursion" swift*' --limit 5
              ai1 route log --state failed --state cut --since yesterday
              ai1 route log --json | jq -r '.rows[] | [.target, .total_ms] | @tsv'
            """)

    @OptionGroup package var filter: LogFilterOptions

    @Option(name: .shortAndLong, help: "At most so many lines.")
    package var limit: Int = 20

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 100000") }
    }

    package func run(_ context: CommandContext) async throws {
        let books = try LogBooks(context)
        var wanted = try filter.filter(books)
        wanted.limit = limit
        let view = LogView(rows: try books.history.list(wanted), books: books)
        if json { return try context.output.line(view.json.text) }
        guard !view.rows.isEmpty else {
            return try context.errors.line(wanted == HistoryFilter(limit: limit) ? "nothing yet" : "nothing fits")
        }
        try context.output.show(view.table, books.live.outputFacts)
    }
}

/// Which requests are meant.
package struct LogFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only requests with these words in the prompt or the answer.", valueName: "text"))
    package var search: String?

    @Option(
        help: "Only this model: provider/model, or a model's name at every provider.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    @Option(
        help: "Only this conversation: its name, or the end of its id.",
        completion: .shellCommand("ai1 route log chats --names 2>/dev/null"))
    package var chat: String?

    @Option(help: "Only this job.")
    package var job: String?

    @Option(
        help:
            "Only requests that ended so: complete, incomplete, cut, cancelled, refused or failed. May be repeated.")
    package var state: [RequestState] = []

    @Option(
        help: ArgumentHelp("From this day on: 2026-11-22, today, yesterday or 7d.", valueName: "day"),
        transform: DayArgument.init(_:))
    package var since: DayArgument?

    package init() {}

    /// - Throws: `HistoryError` of code `nothingToSearch`
    func filter(_ books: LogBooks) throws -> HistoryFilter {
        HistoryFilter(
            search: try search.map { try SearchQuery($0) }, model: model, job: job,
            chat: try chat.map { try ChatBook(books.live).store.open($0).id.description }, states: Set(state),
            since: since.map(books.start(of:)))
    }
}

extension RequestState: ExpressibleByArgument {}
