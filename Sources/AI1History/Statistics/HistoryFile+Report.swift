package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// What targets did.
    /// - Parameters:
    ///   - days: the days to sum up, the oldest first, as numbers such as 20261122
    ///   - model: `provider/model`, or a model's name at every provider
    ///   - task: only this one
    /// - Throws: `HistoryError`
    package func report(
        by group: StatisticsReport.Group, days: [Int64], model: String? = nil, task: TaskKind? = nil, at now: Timestamp
    ) throws -> StatisticsReport {
        var draft = ReportDraft(group: group, days: days)
        try read { connection in
            try connection.daily(days) { day, target, rowTask, sums in
                guard Self.isMeant(target, model), task.map({ $0.rawValue == rowTask }) ?? true else { return }
                draft.add(sums, on: day, target, rowTask)
            }
            guard group != .day else { return }
            try connection.summaries { target, rowTask, summary in
                guard Self.isMeant(target, model) else { return }
                // The summary over all tasks is of the group of targets alone, unless one task is asked for.
                let isWhole = rowTask == Connection.allTasks
                guard isWhole == (group == .target && task == nil), isWhole || task == nil || rowTask == task?.rawValue
                else { return }
                draft.add(summary, target, rowTask)
            }
        }
        return draft.report(at: now)
    }

    private static func isMeant(_ target: TargetName, _ model: String?) -> Bool {
        model == nil || target.model == model || target.description == model
    }
}

/// Rows of a report while they are being summed up.
private struct ReportDraft {
    private struct Key: Hashable {
        var target: TargetName?
        var task: String?
        var day: Int64?
    }

    let group: StatisticsReport.Group
    let days: [Int64]
    private var rows: [Key: StatisticsReport.Row] = [:]
    private var summaries: [Key: TargetSummary] = [:]

    init(group: StatisticsReport.Group, days: [Int64]) {
        self.group = group
        self.days = days
    }

    mutating func add(_ sums: StatisticsReport.DaySums, on day: Int64, _ target: TargetName, _ task: String) {
        let key = key(day, target, task)
        var row = rows[key] ?? empty(key)
        row.sums.add(sums)
        if group != .day, let index = days.firstIndex(of: day) { row.attemptsByDay[index] += sums.attempts }
        rows[key] = row
    }

    mutating func add(_ summary: TargetSummary, _ target: TargetName, _ task: String) {
        summaries[key(0, target, task), default: TargetSummary()].merge(summary, caps: false)
    }

    func report(at now: Timestamp) -> StatisticsReport {
        var rows = rows
        for (key, summary) in summaries {
            let learned = summary.statistics(at: now)
            guard learned.saysSomething else { continue }
            var row = rows[key] ?? empty(key)
            row.learned = learned
            rows[key] = row
        }
        let sorted = rows.values.sorted { left, right in
            if let day = left.day, let other = right.day { return day < other }
            return (right.sums.attempts, left.target?.description ?? "", left.task ?? "")
                < (left.sums.attempts, right.target?.description ?? "", right.task ?? "")
        }
        return StatisticsReport(group: group, days: days, rows: sorted)
    }

    private func key(_ day: Int64, _ target: TargetName, _ task: String) -> Key {
        switch group {
        case .pair: Key(target: target, task: task)
        case .target: Key(target: target)
        case .task: Key(task: task)
        case .day: Key(day: day)
        }
    }

    private func empty(_ key: Key) -> StatisticsReport.Row {
        StatisticsReport.Row(
            target: key.target, task: key.task, day: key.day,
            attemptsByDay: [Int64](repeating: 0, count: group == .day ? 0 : days.count))
    }
}

extension Connection {
    /// The sums of each target and task on each of some days.
    fileprivate func daily(
        _ days: [Int64], _ body: (Int64, TargetName, String, StatisticsReport.DaySums) -> Void
    ) throws {
        guard let first = days.first, let last = days.last else { return }
        let rows = try statement(
            """
            SELECT day, provider, model, task, succeeded, failed, cut, refused, cancelled, input, output, cost, priced,
              first_token, first_tokens, total, good, bad
            FROM daily JOIN target ON target.id = daily.target WHERE day BETWEEN ? AND ?
            """)
        rows.bind(1, first)
        rows.bind(2, last)
        while try rows.step() {
            var sums = StatisticsReport.DaySums()
            sums.succeeded = rows.integer(4)
            sums.failed = rows.integer(5)
            sums.cut = rows.integer(6)
            sums.refused = rows.integer(7)
            sums.cancelled = rows.integer(8)
            sums.inputTokens = rows.integer(9)
            sums.outputTokens = rows.integer(10)
            sums.cost = NanoUSD(rows.integer(11))
            sums.priced = rows.integer(12)
            sums.firstTokenMilliseconds = rows.real(13)
            sums.firstTokens = rows.integer(14)
            sums.totalMilliseconds = rows.real(15)
            sums.good = rows.real(16)
            sums.bad = rows.real(17)
            body(rows.integer(0), TargetName(provider: rows.text(1), model: rows.text(2)), rows.text(3), sums)
        }
    }

    /// All summaries that can be read.
    func summaries(_ body: (TargetName, String, TargetSummary) throws -> Void) throws {
        let rows = try statement(
            "SELECT provider, model, task, body FROM summary JOIN target ON target.id = summary.target")
        defer { rows.reset() }
        while try rows.step() {
            guard let summary = rows.withBytes(3, { TargetSummary(octets: $0) }) else { continue }
            try body(TargetName(provider: rows.text(0), model: rows.text(1)), rows.text(2), summary)
        }
    }
}
