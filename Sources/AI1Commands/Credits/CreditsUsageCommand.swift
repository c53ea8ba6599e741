internal import AI1Core
package import AI1Ledger
package import ArgumentParser

/// `ai1 credits usage`: what was spent on what.
package struct CreditsUsageCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "usage",
        abstract: "Sum up what was spent by model, provider, day, job or task.",
        discussion: """
            All of the ledger, unless days or a month are named. Play credits of the sandbox are left out.

            Examples:
              ai1 credits usage --by model
              ai1 credits usage --by day --since 7d
              ai1 credits usage --by job --month 2026-11 --csv
            """)

    @Option(help: "What to sum up by: model, provider, day, job or task.")
    package var by: UsageReport.Group = .model

    @Option(
        help: ArgumentHelp("From this day on: 2026-11-22, today, yesterday or 7d.", valueName: "day"),
        transform: DayArgument.init(_:))
    package var since: DayArgument?

    @Option(help: ArgumentHelp("Up to this day.", valueName: "day"), transform: DayArgument.init(_:))
    package var until: DayArgument?

    @Option(
        help: ArgumentHelp("Only this month: 2026-11, this or last.", valueName: "month"),
        transform: MonthArgument.init(_:))
    package var month: MonthArgument?

    @Flag(help: "Play credits in place of others.")
    package var play = false

    @OptionGroup package var form: ReportForm

    package init() {}

    package func validate() throws {
        if month != nil && (since != nil || until != nil) {
            throw ValidationError("--month excludes --since and --until")
        }
    }

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let filter = UsageReport.Filter(group: by, days: try days(books.ledger), isPlay: play)
        let view = UsageView(report: try UsageReport.read(books.ledger, filter), books: books)
        if form.json { return try context.output.line(view.json.text) }
        if form.csv { return try context.output.write(text: view.csv) }
        guard !view.report.rows.isEmpty else { return try context.errors.line("nothing was spent") }
        try context.output.show(view.table, books.live.outputFacts)
    }

    private func days(_ ledger: SQLiteLedger) throws -> ClosedRange<Int64> {
        if let month { return try month.days(ledger) }
        let first = try since?.day(ledger) ?? 0
        let last = try until?.day(ledger) ?? 99_991_231
        guard first <= last else {
            throw CommandError(.usage, message: "--since is later than --until", hint: "exchange the two days")
        }
        return first...last
    }
}

extension UsageReport.Group: ExpressibleByArgument {}
