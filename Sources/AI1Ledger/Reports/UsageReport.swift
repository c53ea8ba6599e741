package import AI1Core
internal import AI1Storage

/// What was spent, by model, provider, day, job or task. Made of the spending by day, not of single requests.
package struct UsageReport: Sendable, Hashable {
    package enum Group: String, Sendable, Hashable, CaseIterable {
        case model, provider, day, job, task
    }

    package struct Filter: Sendable, Hashable {
        package var group: Group
        /// Local days such as 20261122, both included.
        package var days: ClosedRange<Int64>
        /// Whether play credits are what is asked about.
        package var isPlay: Bool

        package init(group: Group, days: ClosedRange<Int64> = 0...99_991_231, isPlay: Bool = false) {
            self.group = group
            self.days = days
            self.isPlay = isPlay
        }
    }

    package struct Row: Sendable, Hashable {
        /// The model, provider, day (`2026-11-22`), job or task; empty for requests without a job or task.
        package var name: String
        package var requests: Int64 = 0
        package var input: Int64 = 0
        package var output: Int64 = 0
        package var charge: NanoUSD = .zero
        package var reward: NanoUSD = .zero
        package var disputed: NanoUSD = .zero

        package init(name: String) { self.name = name }
    }

    package var filter: Filter
    /// The dearest first; days in their order.
    package var rows: [Row]

    /// The sum of all rows.
    package var total: Row {
        rows.reduce(into: Row(name: "")) { $0.add($1) }
    }

    /// - Throws: `LedgerError`
    package static func read(_ ledger: SQLiteLedger, _ filter: Filter) throws -> UsageReport {
        var rows: [String: Row] = [:]
        let column = filter.group.column
        try ledger.read { connection in
            try connection.query(
                """
                SELECT \(column), sum(requests), sum(input), sum(output), sum(charge), sum(reward), sum(disputed)
                FROM spend WHERE day BETWEEN ? AND ? AND \(filter.isPlay ? "purse = 2" : "purse <> 2")
                GROUP BY \(column)
                """
            ) { statement in
                statement.bind(1, filter.days.lowerBound)
                statement.bind(2, filter.days.upperBound)
                while try statement.step() {
                    let name = filter.group.name(statement.text(0))
                    rows[name, default: Row(name: name)].add(Row(statement, name))
                }
            }
        }
        let sorted = rows.values.sorted {
            filter.group == .day ? $0.name < $1.name : ($1.charge, $0.name) < ($0.charge, $1.name)
        }
        return UsageReport(filter: filter, rows: sorted)
    }
}

extension UsageReport.Group {
    /// What rows are grouped by.
    fileprivate var column: String {
        switch self {
        case .model, .provider: "target"
        case .day: "day"
        case .job: "job"
        case .task: "task"
        }
    }

    fileprivate func name(_ text: String) -> String {
        switch self {
        case .model, .job, .task: text
        case .provider: TargetName(text).provider
        case .day: text.count == 8 ? "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))" : text
        }
    }
}

extension UsageReport.Row {
    fileprivate init(_ statement: Statement, _ name: String) {
        self.name = name
        requests = statement.integer(1)
        input = statement.integer(2)
        output = statement.integer(3)
        charge = NanoUSD(statement.integer(4))
        reward = NanoUSD(statement.integer(5))
        disputed = NanoUSD(statement.integer(6))
    }

    fileprivate mutating func add(_ other: Self) {
        requests += other.requests
        input += other.input
        output += other.output
        charge = charge + other.charge
        reward = reward + other.reward
        disputed = disputed + other.disputed
    }
}
