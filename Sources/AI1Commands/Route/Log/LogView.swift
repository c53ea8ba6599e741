internal import AI1Core
internal import AI1History
internal import AI1Ledger
internal import AI1Terminal

/// Requests of the past as a table and as JSON.
struct LogView {
    let rows: [HistoryRow]
    let books: LogBooks

    /// A narrower terminal shows neither tokens nor tasks.
    private static let wide = 110
    /// A still narrower one shows neither cost nor time.
    private static let narrow = 70

    var table: TextTable {
        let width = books.live.outputFacts.columns ?? .max
        let isWide = width >= Self.wide
        let isNarrow = width < Self.narrow
        let hasStates = rows.contains { $0.state != .complete }
        let hasJobs = isWide && rows.contains { $0.job != nil }
        var columns: [TextTable.Column] = [.init("when", .right), .init("id")]
        if isWide { columns.append(.init("task")) }
        columns.append(.init("target", canShrink: true))
        if isWide { columns.append(.init("tokens", .right)) }
        if !isNarrow { columns += [.init("cost", .right), .init("time", .right)] }
        if hasStates { columns.append(.init("state")) }
        if hasJobs { columns.append(.init("job", canShrink: true)) }
        columns.append(.init("prompt", canShrink: true))
        var table = TextTable(columns)
        let digits = shortDigits
        for row in rows {
            var cells: [TextTable.Cell] = [
                .init(books.when(row.time), .dim), .init(String(row.id.description.suffix(digits)), .dim),
            ]
            if isWide { cells.append(.init(row.task)) }
            cells.append(.init(target(row, isWide: isWide)))
            if isWide { cells.append(.init("\(grouped(row.inputTokens))→\(grouped(row.outputTokens))")) }
            if !isNarrow {
                cells.append(.init((row.charge ?? row.cost).map(\.credits) ?? "?"))
                cells.append(.init(DurationLabel.text(milliseconds: row.totalMilliseconds)))
            }
            if hasStates { cells.append(Self.state(row.state)) }
            if hasJobs { cells.append(.init(row.job ?? "")) }
            cells.append(.init(row.opening ?? ""))
            table.append(cells)
        }
        return table
    }

    /// The provider only where there is room for it, or where there is no model.
    private func target(_ row: HistoryRow, isWide: Bool) -> String {
        guard let target = row.target else { return row.asked ?? "-" }
        return isWide ? target.description : String(target.model.split(separator: "/").last ?? "")
    }

    static func state(_ state: RequestState) -> TextTable.Cell {
        switch state {
        case .complete: .init("")
        case .incomplete, .cut, .cancelled: .init(state.rawValue, .yellow)
        case .refused, .failed: .init(state.rawValue, .red)
        }
    }

    /// As few of the last digits as tell the rows apart, eight at least.
    private var shortDigits: Int {
        for count in [8, 12, 18, 23] where Set(rows.map { $0.id.description.suffix(count) }).count == rows.count {
            return count
        }
        return 36
    }

    /// Version 1.
    var json: JSONValue { ["v": 1, "rows": .array(rows.map { .object(Self.members($0)) })] }

    /// What a list and a single request have in common.
    static func members(_ row: HistoryRow) -> JSONObject {
        [
            "id": .string(row.id.description),
            "time": .string(LocalCalendar.utcText(row.time.millisecondsSinceEpoch / 1_000)),
            "job": row.job.map { .string($0) } ?? .null, "chat": row.chat.map { .string($0) } ?? .null,
            "task": .string(row.task),
            "asked": row.asked.map { .string($0) } ?? .null,
            "target": row.target.map { .string($0.description) } ?? .null, "state": .string(row.state.rawValue),
            "exit": .integer(row.exit), "input_tokens": .integer(row.inputTokens),
            "output_tokens": .integer(row.outputTokens), "cost": OutcomeJSON.cost(row.cost),
            "charge": OutcomeJSON.cost(row.charge),
            "first_token_ms": row.firstTokenMilliseconds.map { OutcomeJSON.milliseconds($0) } ?? .null,
            "total_ms": OutcomeJSON.milliseconds(row.totalMilliseconds), "explored": .bool(row.isExplored),
            "rating": row.rating.map { .number(JSONNumber(uncheckedText: DecisionReport.fixed($0))) } ?? .null,
            "prompt": row.opening.map { .string($0) } ?? .null,
        ]
    }
}
