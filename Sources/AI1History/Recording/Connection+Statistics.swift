internal import AI1Core
internal import AI1Storage

extension Connection {
    /// The task under which a target's summary over all tasks stands.
    static let allTasks = ""

    /// Adds an attempt to the summaries of its target and to its day.
    func add(_ observation: AttemptObservation, day: Int64) throws {
        let target = try number(of: observation.target)
        // A cancelled attempt only counts.
        if observation.result != .cancelled {
            for task in [observation.task.rawValue, Self.allTasks] {
                try change(target, task) { summary in
                    summary.believe(observation.time)
                    summary.add(observation)
                }
            }
        }
        try addToDay(day, target, observation)
    }

    /// Adds a signal to the summaries of its target and to its day, in the place of one that it replaces.
    func add(_ signal: QualitySignal, replacing old: QualitySignal?, day: Int64) throws {
        let target = try number(of: signal.target)
        for task in [signal.task.rawValue, Self.allTasks] {
            try change(target, task) { summary in
                summary.believe(signal.time)
                if let old { summary.takeBack(old) }
                summary.add(signal)
            }
        }
        let row = try statement(HistorySQL.addDaily)
        bindDay(row, day, target, signal.task)
        for column in Int32(4)...15 { row.bind(column, Int64(0)) }
        row.bind(13, 0.0)
        row.bind(15, 0.0)
        row.bind(16, signal.weight * signal.reward - (old.map { $0.weight * $0.reward } ?? 0))
        row.bind(17, signal.weight * (1 - signal.reward) - (old.map { $0.weight * (1 - $0.reward) } ?? 0))
        try row.run()
    }

    /// Changes a summary. One that cannot be read begins anew.
    func change(_ target: Int64, _ task: String, _ body: (inout TargetSummary) -> Void) throws {
        let find = try statement(HistorySQL.summary)
        find.bind(1, target)
        find.bind(2, task)
        var summary = TargetSummary()
        if try find.step() { summary = find.withBytes(0) { TargetSummary(octets: $0) } ?? summary }
        find.reset()
        body(&summary)
        let put = try statement(HistorySQL.putSummary)
        put.bind(1, target)
        put.bind(2, task)
        put.bind(3, summary.octets)
        try put.run()
    }

    private func addToDay(_ day: Int64, _ target: Int64, _ observation: AttemptObservation) throws {
        let row = try statement(HistorySQL.addDaily)
        bindDay(row, day, target, observation.task)
        let results: [AttemptObservation.Result] = [.succeeded, .failed, .cut, .refused, .cancelled]
        for (offset, result) in results.enumerated() {
            row.bind(Int32(4 + offset), observation.result == result ? 1 : 0)
        }
        let isMeasured = observation.result == .succeeded
        let first = isMeasured ? observation.firstTokenMilliseconds : nil
        row.bind(9, observation.inputTokens)
        row.bind(10, observation.outputTokens)
        row.bind(11, observation.cost?.amount ?? 0)
        row.bind(12, observation.cost == nil ? 0 : 1)
        row.bind(13, first ?? 0.0)
        row.bind(14, first == nil ? 0 : 1)
        row.bind(15, isMeasured ? observation.totalMilliseconds : 0.0)
        row.bind(16, 0.0)
        row.bind(17, 0.0)
        try row.run()
    }

    private func bindDay(_ row: Statement, _ day: Int64, _ target: Int64, _ task: TaskKind) {
        row.bind(1, day)
        row.bind(2, target)
        row.bind(3, task.rawValue)
    }
}
