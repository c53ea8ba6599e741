internal import AI1Core
internal import AI1Ledger
internal import AI1Terminal

/// The history as a table, as JSON and as comma-separated values.
struct HistoryView {
    let rows: [HistoryReport.Row]
    let books: CreditsBooks

    /// A narrower terminal shows no tokens.
    private static let narrow = 72

    var table: TextTable {
        let hasTokens = (books.live.outputFacts.columns ?? .max) >= Self.narrow
        let hasJobs = rows.contains { $0.job != nil }
        var columns: [TextTable.Column] = [.init("when"), .init("id"), .init("kind"), .init("what", canShrink: true)]
        if hasTokens { columns.append(.init("tokens", .right)) }
        columns.append(.init("cost", .right))
        if hasJobs { columns.append(.init("job", canShrink: true)) }
        var table = TextTable(columns)
        let digits = shortDigits
        for row in rows {
            var cells: [TextTable.Cell] = [
                .init(when(row), .dim), .init(String(row.id.description.suffix(digits)), .dim), .init(word(row.kind)),
                .init(what(row)),
            ]
            if hasTokens { cells.append(.init(tokens(row))) }
            cells.append(.init(cost(row), row.disputed == .zero ? .none : .yellow))
            if hasJobs { cells.append(.init(row.job ?? "")) }
            table.append(cells)
        }
        return table
    }

    /// As few of the last digits as tell the rows apart, eight at least.
    private var shortDigits: Int {
        for count in [8, 12, 18, 23] where Set(rows.map { $0.id.description.suffix(count) }).count == rows.count {
            return count
        }
        return 36
    }

    private func when(_ row: HistoryReport.Row) -> String {
        let seconds = row.time / 1_000_000
        let calendar = books.ledger.calendar
        let date = calendar.dayText(seconds)
        let isThisYear = calendar.day(seconds) / 10_000 == calendar.day(newestSeconds) / 10_000
        return "\(isThisYear ? String(date.dropFirst(5)) : date) \(calendar.timeText(seconds))"
    }

    private var newestSeconds: Int64 { books.live.context.clock.now.millisecondsSinceEpoch / 1_000 }

    private func word(_ kind: HistoryReport.Kind) -> String {
        switch kind {
        case .ask: "ask"
        case .open: "open"
        case .void: "void"
        case .abandoned: "died"
        case .grant: "grant"
        case .move: "move"
        }
    }

    private func what(_ row: HistoryReport.Row) -> String {
        switch row.kind {
        case .grant, .move: row.memo.isEmpty ? row.target ?? "" : row.memo
        case .ask, .open, .void, .abandoned: row.target ?? ""
        }
    }

    private func tokens(_ row: HistoryReport.Row) -> String {
        switch row.kind {
        case .grant, .move, .open, .void: ""
        case .ask, .abandoned: "\(grouped(row.input))→\(grouped(row.output))"
        }
    }

    private func cost(_ row: HistoryReport.Row) -> String {
        switch row.kind {
        case .grant, .move: return "+" + row.amount.credits
        case .void: return "released"
        case .open: return "≤ " + row.amount.credits
        case .ask, .abandoned:
            let source = row.isUnknown ? "?" : row.isEstimated ? "~" : ""
            return (row.disputed == .zero ? "" : "!") + source + row.amount.credits
        }
    }

    /// Version 1.
    var json: JSONValue { ["v": 1, "rows": .array(rows.map(Self.json))] }

    private static func json(_ row: HistoryReport.Row) -> JSONValue {
        let isRequest = row.kind != .grant && row.kind != .move
        return [
            "time": .string(LocalCalendar.utcText(row.time / 1_000_000)), "id": .string(row.id.description),
            "kind": .string(row.kind.rawValue), "play": .bool(row.isPlay),
            "target": isRequest ? row.target.map { .string($0) } ?? .null : .null,
            "account": isRequest ? .null : row.target.map { .string($0) } ?? .null,
            "job": row.job.map { .string($0) } ?? .null, "task": row.task.map { .string($0) } ?? .null,
            "attempts": .integer(row.attempts), "input": .integer(row.input), "output": .integer(row.output),
            "source": .string(source(row)), "amount": OutcomeJSON.cost(row.amount),
            "reward": OutcomeJSON.cost(row.reward), "disputed": OutcomeJSON.cost(row.disputed),
            "memo": .string(row.memo),
        ]
    }

    private static func source(_ row: HistoryReport.Row) -> String {
        row.isUnknown ? "unknown" : row.isEstimated ? "estimated" : "reported"
    }

    var csv: String {
        let heading = [
            "time", "id", "kind", "play", "target", "job", "task", "input", "output", "source", "amount_nano_usd",
            "amount_credits", "reward_nano_usd", "disputed_nano_usd", "memo",
        ]
        return CSVRow.line(heading)
            + rows.map { row in
                CSVRow.line([
                    LocalCalendar.utcText(row.time / 1_000_000), row.id.description, row.kind.rawValue,
                    row.isPlay ? "1" : "0", row.target ?? "", row.job ?? "", row.task ?? "", String(row.input),
                    String(row.output), Self.source(row), String(row.amount.amount),
                    decimalText(row.amount.amount, places: 7),
                    String(row.reward.amount), String(row.disputed.amount), row.memo,
                ])
            }.joined()
    }
}
