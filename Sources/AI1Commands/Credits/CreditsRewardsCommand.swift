internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 credits rewards`: what came back.
package struct CreditsRewardsCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rewards",
        abstract: "Show usage rewards.",
        discussion: """
            A part of every charge comes back, out of a pool, as credits of the sort that paid. The part is the setting \
            credits.reward, in per cent; 0 switches rewards off. The sandbox earns none.

            Examples:
              ai1 credits rewards
              ai1 credits rewards --json
            """)

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let report = try RewardsReport.read(books.ledger)
        let rate = books.live.settings.credits.rewardBasisPoints.value
        if json {
            let object: JSONValue = [
                "v": 1, "today": OutcomeJSON.cost(report.today), "month": OutcomeJSON.cost(report.month),
                "total": OutcomeJSON.cost(report.total), "pool": OutcomeJSON.cost(report.pool),
                "rate_basis_points": .integer(rate),
            ]
            return try context.output.line(object.text)
        }
        var table = TextTable([.init(""), .init("", .right), .init("")])
        table.append([
            "today", .init(report.today.credits), .init("\(decimalText(rate, places: 2)) % of a charge", .dim),
        ])
        table.append(["month", .init(report.month.credits), ""])
        table.append(["total", .init(report.total.credits), ""])
        table.append(["pool", .init(report.pool.credits), .init("left for rewards", .dim)])
        try context.output.show(table, books.live.outputFacts)
    }
}
