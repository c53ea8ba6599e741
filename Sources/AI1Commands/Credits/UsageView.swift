internal import AI1Core
internal import AI1Ledger
internal import AI1Terminal

/// Usage as a table with bars, as JSON and as comma-separated values.
struct UsageView {
    let report: UsageReport
    let books: CreditsBooks

    /// Columns of a bar at most, and at least: a shorter one says nothing.
    private static let widestBar = 24
    private static let narrowestBar = 6
    /// A narrower terminal shows no tokens.
    private static let narrow = 64
    /// Columns that a name keeps.
    private static let nameColumns = 32

    var table: TextTable {
        let width = books.live.outputFacts.columns
        let hasTokens = (width ?? .max) >= Self.narrow
        var columns: [TextTable.Column] = [
            .init(report.filter.group.rawValue, canShrink: true), .init("asked", .right),
        ]
        if hasTokens { columns += [.init("tokens in", .right), .init("out", .right)] }
        columns.append(.init("cost", .right))
        let lines = report.rows.map { cells($0, name: name($0), hasTokens: hasTokens) }
        let total = report.rows.count > 1 ? [cells(report.total, name: "total", hasTokens: hasTokens, mark: .dim)] : []
        let bar = barWidth(columns, lines + total, width)
        if bar > 0 { columns.append(.init("")) }
        var table = TextTable(columns)
        let largest = report.rows.map(\.charge.amount).max() ?? 0
        for (row, line) in zip(report.rows, lines) {
            table.append(bar > 0 ? line + [.init(books.bars.bar(row.charge.amount, of: largest, width: bar))] : line)
        }
        for line in total { table.append(bar > 0 ? line + [""] : line) }
        return table
    }

    private func cells(
        _ row: UsageReport.Row, name: String, hasTokens: Bool, mark: Style.Mark = .none
    ) -> [TextTable.Cell] {
        let tokens = hasTokens ? [row.input, row.output].map { TextTable.Cell(grouped($0), mark) } : []
        return [.init(name, mark), .init(grouped(row.requests), mark)] + tokens + [.init(row.charge.credits, mark)]
    }

    /// The room that the other columns leave; none in a pipe.
    private func barWidth(_ columns: [TextTable.Column], _ lines: [[TextTable.Cell]], _ width: Int?) -> Int {
        guard let width else { return 0 }
        let widths = columns.indices.map { index in
            let widest = (lines.map { DisplayWidth.columns($0[index].text) } + [columns[index].title.count]).max() ?? 0
            return index == 0 ? min(widest, Self.nameColumns) : widest
        }
        let room = width - widths.reduce(0, +) - 2 * columns.count
        return room < Self.narrowestBar ? 0 : min(room, Self.widestBar)
    }

    private func name(_ row: UsageReport.Row) -> String {
        guard row.name.isEmpty else { return row.name }
        return report.filter.group == .job ? "(no job)" : "(not known)"
    }

    /// Version 1.
    var json: JSONValue {
        [
            "v": 1, "by": .string(report.filter.group.rawValue), "play": .bool(report.filter.isPlay),
            "rows": .array(report.rows.map { .object(members($0, named: true)) }),
            "total": .object(members(report.total, named: false)),
        ]
    }

    private func members(_ row: UsageReport.Row, named: Bool) -> JSONObject {
        var object: JSONObject = [:]
        if named { object[report.filter.group.rawValue] = row.name.isEmpty ? .null : .string(row.name) }
        object["requests"] = .integer(row.requests)
        object["input"] = .integer(row.input)
        object["output"] = .integer(row.output)
        object["charge"] = OutcomeJSON.cost(row.charge)
        object["reward"] = OutcomeJSON.cost(row.reward)
        object["disputed"] = OutcomeJSON.cost(row.disputed)
        return object
    }

    var csv: String {
        let heading = [
            report.filter.group.rawValue, "requests", "input", "output", "charge_nano_usd", "charge_credits",
            "reward_nano_usd", "disputed_nano_usd",
        ]
        return CSVRow.line(heading)
            + report.rows.map { row in
                CSVRow.line([
                    row.name, String(row.requests), String(row.input), String(row.output), String(row.charge.amount),
                    decimalText(row.charge.amount, places: 7), String(row.reward.amount), String(row.disputed.amount),
                ])
            }.joined()
    }
}
