package import AI1Core
internal import AI1History
internal import AI1Ledger
package import ArgumentParser

/// `ai1 route stats`: how well targets serve.
package struct RouteStatsCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show how fast, how reliable, how dear and how good models were.",
        discussion: """
            Counts, cost and bars are of the last 14 days. Times, speed and quality are what the router goes by: \
            recent calls weigh more. first and total are the median and the 95th percentile. good is the part of the evidence (ratings, \
            repetitions, refusals) that speaks for a model.

            Examples:
              ai1 route stats
              ai1 route stats --by task
              ai1 route stats --by day --days 30
              ai1 route stats --json | jq '.rows[] | {target, task, success}'
            """)

    @Option(help: "What a line is about: target, task or day. Without it: targets, and their tasks below them.")
    package var by: StatisticsGroup?

    @Option(
        help: "Only this model: provider/model, or a model's name at every provider.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    @Option(help: "Only this task: chat, code, math and so on.")
    package var task: TaskKind?

    @Option(help: "Of so many days.")
    package var days: Int = 14

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        guard (1...366).contains(days) else { throw ValidationError("--days must be from 1 to 366") }
    }

    package func run(_ context: CommandContext) async throws {
        let books = try LogBooks(context)
        let days = books.live.calendar.days(days, upTo: books.nowSeconds)
        let now = books.now
        func report(_ group: StatisticsReport.Group) throws -> StatisticsReport {
            try books.history.report(by: group, days: days, model: model, task: task, at: now)
        }
        let view = StatisticsView(
            report: try report(by?.group ?? .pair),
            totals: by == nil ? try report(.target) : nil, books: books)
        if json { return try context.output.line(view.json.text) }
        guard !view.report.rows.isEmpty else { return try context.errors.line("nothing yet") }
        try context.output.show(view.table, books.live.outputFacts)
    }
}

/// What a line of the statistics is about.
package enum StatisticsGroup: String, Sendable, CaseIterable, ExpressibleByArgument {
    case target, task, day

    var group: StatisticsReport.Group {
        switch self {
        case .target: .target
        case .task: .task
        case .day: .day
        }
    }
}

extension TaskKind: ExpressibleByArgument {}
