internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits history`: request by request.
package struct CreditsHistoryCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List requests with what they cost, and credits that came; the newest first.",
        discussion: """
            Marks at a cost: ~ the provider did not tell what was used, and it was counted here; ? what was used is \
            lost, and only the input was charged; ! the provider claims more than was charged. A request that died lost its program \
            before its end.

            Examples:
              ai1 credits history
              ai1 credits history --since yesterday --job brief
              ai1 credits history --limit 1000 --csv
            """)

    @Option(
        help: ArgumentHelp("From this day on: 2026-11-22, today, yesterday or 7d.", valueName: "day"),
        transform: DayArgument.init(_:))
    package var since: DayArgument?

    @Option(name: .shortAndLong, help: "At most so many lines.")
    package var limit: Int = 20

    @Option(help: "Only this job.")
    package var job: String?

    @Option(
        help: "Only this model: provider/model, or a model's name at every provider.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    @Flag(help: "Also what was released, and play credits.")
    package var all = false

    @OptionGroup package var form: ReportForm

    package init() {}

    package func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 100000") }
    }

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let filter = HistoryReport.Filter(
            since: try since?.microseconds(books.ledger) ?? .min, limit: limit, job: job, model: model,
            includesAll: all)
        let view = HistoryView(rows: try HistoryReport.read(books.ledger, filter), books: books)
        if form.json { return try context.output.line(view.json.text) }
        if form.csv { return try context.output.write(text: view.csv) }
        guard !view.rows.isEmpty else { return try context.errors.line("nothing yet") }
        try context.output.show(view.table, books.live.outputFacts)
    }
}

/// The forms of a report beside the table.
package struct ReportForm: ParsableArguments {
    @Flag(help: "Print JSON.")
    package var json = false

    @Flag(help: "Print comma-separated values (RFC 4180).")
    package var csv = false

    package init() {}

    package func validate() throws {
        if json && csv { throw ValidationError("--json and --csv exclude each other") }
    }
}
