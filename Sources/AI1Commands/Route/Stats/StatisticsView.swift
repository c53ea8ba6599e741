internal import AI1Core
internal import AI1History
internal import AI1Terminal

/// Statistics of targets as a table and as JSON.
struct StatisticsView {
    let report: StatisticsReport
    /// The same over all tasks, when tasks stand below their targets.
    let totals: StatisticsReport?
    let books: LogBooks

    /// Narrower terminals leave columns out.
    private static let wide = 92
    private static let narrow = 72
    /// Days of a bar in the table, where there is room and where there is none.
    private static let bars = 14
    private static let fewBars = 7
    /// Columns of the longest bar of a day.
    private static let wideBar = 24
    private static let slimBar = 6

    /// What fits the terminal.
    private struct Shape {
        let hasSpeed: Bool
        let hasDetail: Bool
        let days: Int
    }

    private var shape: Shape {
        let width = books.live.outputFacts.columns ?? .max
        return Shape(
            hasSpeed: width >= Self.wide, hasDetail: width >= Self.narrow,
            days: min(report.days.count, width >= Self.wide ? Self.bars : Self.fewBars))
    }

    var table: TextTable {
        report.group == .day ? dayTable : targetTable
    }

    private var targetTable: TextTable {
        let shape = shape
        var columns: [TextTable.Column] = [
            .init(report.group == .task ? "task" : "target", canShrink: true), .init("calls", .right),
            .init("ok", .right),
        ]
        if shape.hasDetail { columns.append(.init("first", .right)) }
        columns.append(.init("total", .right))
        if shape.hasSpeed { columns.append(.init("tok/s", .right)) }
        columns.append(.init("cost", .right))
        if shape.hasDetail { columns.append(.init("good", .right)) }
        columns.append(.init("\(shape.days) days"))
        var table = TextTable(columns)
        for line in lines { table.append(cells(line.row, line.name, line.mark, shape)) }
        return table
    }

    /// The rows in their order: each target with its tasks below it, when it has several.
    private var lines: [(row: StatisticsReport.Row, name: String, mark: Style.Mark)] {
        guard let totals else {
            return report.rows.map { ($0, $0.target?.description ?? $0.task ?? "", .none) }
        }
        return totals.rows.flatMap { total -> [(row: StatisticsReport.Row, name: String, mark: Style.Mark)] in
            let name = total.target?.description ?? ""
            let tasks = report.rows.filter { $0.target == total.target }
            if tasks.count == 1, let task = tasks[0].task { return [(total, "\(name) (\(task))", .none)] }
            return [(total, name, .none)] + tasks.map { ($0, "· \($0.task ?? "")", .dim) }
        }
    }

    private func cells(
        _ row: StatisticsReport.Row, _ name: String, _ mark: Style.Mark, _ shape: Shape
    ) -> [TextTable.Cell] {
        let learned = row.learned
        var cells: [TextTable.Cell] = [
            .init(name, mark), .init(grouped(row.sums.attempts), mark), Self.success(row.sums, mark),
        ]
        if shape.hasDetail { cells.append(.init(Self.times(learned?.firstToken), mark)) }
        cells.append(.init(Self.times(learned?.total), mark))
        if shape.hasSpeed {
            cells.append(.init(learned?.tokensPerSecond.map { grouped(Int64($0.rounded())) } ?? "", mark))
        }
        cells.append(.init(row.sums.meanCost.map(\.credits) ?? "", mark))
        if shape.hasDetail { cells.append(.init(learned.flatMap(Self.quality) ?? "", mark)) }
        cells.append(.init(books.bars.line(Array(row.attemptsByDay.suffix(shape.days))), mark))
        return cells
    }

    private var dayTable: TextTable {
        let width = books.live.outputFacts.columns ?? .max
        let hasTokens = width >= Self.narrow
        var columns: [TextTable.Column] = [.init("day"), .init("calls", .right), .init("ok", .right)]
        if hasTokens { columns.append(.init("tokens", .right)) }
        columns.append(.init("cost", .right))
        if hasTokens { columns.append(.init("first", .right)) }
        columns += [.init("total", .right), .init("")]
        var table = TextTable(columns)
        let most = report.rows.map(\.sums.attempts).max() ?? 0
        for row in report.rows {
            let sums = row.sums
            var cells: [TextTable.Cell] = [
                .init(CreditsBooks.dateText(row.day ?? 0)), .init(grouped(sums.attempts)), Self.success(sums, .none),
            ]
            if hasTokens { cells.append(.init("\(grouped(sums.inputTokens))→\(grouped(sums.outputTokens))")) }
            cells.append(.init(sums.cost.credits))
            if hasTokens { cells.append(.init(Self.time(sums.meanFirstTokenMilliseconds))) }
            cells.append(.init(Self.time(sums.meanTotalMilliseconds)))
            let bar = width >= Self.wide ? Self.wideBar : Self.slimBar
            cells.append(.init(books.bars.bar(sums.attempts, of: most, width: bar)))
            table.append(cells)
        }
        return table
    }

    private static func time(_ milliseconds: Double?) -> String {
        milliseconds.map { DurationLabel.text(milliseconds: $0) } ?? ""
    }

    /// Below nine in ten it is marked.
    private static func success(_ sums: StatisticsReport.DaySums, _ mark: Style.Mark) -> TextTable.Cell {
        guard let rate = sums.successRate else { return .init("") }
        // Rounded down, so that 100 % means all.
        return .init("\(Int((rate * 100).rounded(.down))) %", rate < 0.9 ? .yellow : mark)
    }

    /// The median and the 95th percentile: `380/920 ms`, `1.3/4.1 s`, `75/140 s`.
    static func times(_ quantiles: TargetStatistics.Quantiles?) -> String {
        guard let quantiles else { return "" }
        if quantiles.p95 < 999.5 { return "\(Int(quantiles.p50.rounded()))/\(Int(quantiles.p95.rounded())) ms" }
        func seconds(_ milliseconds: Double) -> String {
            if milliseconds >= 99_950 { return String(Int((milliseconds / 1_000).rounded())) }
            let tenths = Int((milliseconds / 100).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        return "\(seconds(quantiles.p50))/\(seconds(quantiles.p95)) s"
    }

    /// The part of the evidence that speaks for a target; nothing without any.
    private static func quality(_ statistics: TargetStatistics) -> String? {
        let weight = statistics.good + statistics.bad
        return weight >= 0.1 ? DecisionReport.fixed(statistics.good / weight) : nil
    }
}
