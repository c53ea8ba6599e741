internal import AI1Core
internal import AI1History
package import ArgumentParser

/// `ai1 route log delete`: takes requests out of the history.
package struct RouteLogDeleteCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete requests with their prompts and answers.",
        discussion: """
            They are gone from the file, not only hidden. What they taught about models stays, and so do the books of the \
            credits: neither has a word of them.

            Examples:
              ai1 route log delete 4f1c22aa
              ai1 route log delete --before 7d --yes
              ai1 route log delete --all --yes
            """)

    @Argument(help: ArgumentHelp("The requests' ids.", valueName: "id"))
    package var ids: [String] = []

    @Option(
        help: ArgumentHelp("All before this day: 2026-11-22, today, yesterday or 7d.", valueName: "day"),
        transform: DayArgument.init(_:))
    package var before: DayArgument?

    @Flag(help: "All.")
    package var all = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    package var yes = false

    package init() {}

    package func validate() throws {
        guard [!ids.isEmpty, before != nil, all].count(where: { $0 }) == 1 else {
            throw ValidationError("name the requests by their ids, or give --before DAY or --all")
        }
    }

    package func run(_ context: CommandContext) async throws {
        let books = try LogBooks(context)
        let count: Int
        if all {
            count = try books.history.count(HistoryFilter())
            if count > 0, !yes { try books.confirm("Delete \(Self.text(count))?") }
            _ = try books.history.deleteAll()
        } else if let before {
            let filter = HistoryFilter(before: books.start(of: before))
            count = try books.history.count(filter)
            if count > 0, !yes { try books.confirm("Delete \(Self.text(count))?") }
            try books.history.delete(filter)
        } else {
            let requests = try Set(ids.map { try books.history.resolve($0) })
            count = requests.count
            if !yes { try books.confirm("Delete \(Self.text(count))?") }
            try books.history.delete(requests.sorted())
        }
        try context.errors.line(count == 0 ? "nothing to delete" : "deleted \(Self.text(count))")
    }

    private static func text(_ count: Int) -> String {
        count == 1 ? "1 request" : "\(grouped(Int64(count))) requests"
    }
}
