package import AI1Core

/// What was learned about targets, to be carried to another machine: JSON, version 1. No request and no word of one is in it.
package struct LearningFile: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package var target: TargetName
        /// A task's word; empty for the summary over all tasks.
        package var task: String
        package var summary: TargetSummary

        package init(target: TargetName, task: String, summary: TargetSummary) {
            self.target = target
            self.task = task
            self.summary = summary
        }
    }

    /// Of this file: what was imported under it is not imported again.
    package var id: RequestID
    /// Of the statistics that it was made from: they are not added to themselves.
    package var source: String
    package var time: Timestamp
    package var entries: [Entry]

    package init(id: RequestID, source: String, time: Timestamp, entries: [Entry]) {
        self.id = id
        self.source = source
        self.time = time
        self.entries = entries
    }
}

extension LearningFile {
    /// The most entries that are read.
    private static let limit = 100_000

    package var json: JSONValue {
        [
            "v": 1, "type": "ai1.learning", "id": .string(id.description), "source": .string(source),
            "time_ms": .integer(time.millisecondsSinceEpoch), "targets": .array(entries.map(\.json)),
        ]
    }

    /// Reads what `json` wrote.
    /// - Throws: `HistoryError` of code `badFile`
    package init(_ value: JSONValue) throws {
        guard value["type"]?.string == "ai1.learning", let version = value["v"]?.number?.int64 else {
            throw HistoryError(.badFile, message: "this is no file of learned statistics")
        }
        guard version == 1 else {
            throw HistoryError(
                .badFile, message: "the learned statistics are of version \(version)", hint: "update ai1")
        }
        guard let id = value["id"]?.string.flatMap({ RequestID($0) }), let source = value["source"]?.string,
            let time = value["time_ms"]?.number?.int64, let rows = value["targets"]?.array, rows.count <= Self.limit
        else { throw HistoryError(.badFile, message: "the learned statistics are damaged") }
        let entries = rows.compactMap { Entry($0) }
        guard entries.count == rows.count else {
            throw HistoryError(.badFile, message: "the learned statistics are damaged: a target cannot be read")
        }
        self.init(
            id: id, source: source, time: Timestamp(millisecondsSinceEpoch: time), entries: entries)
    }
}

extension LearningFile.Entry {
    fileprivate var json: JSONValue {
        func number(_ value: Double) -> JSONValue { .number(JSONNumber(uncheckedText: "\(value)")) }
        func buckets(_ sketch: QuantileSketch) -> JSONValue {
            .array(sketch.buckets.map { [.integer($0.index), number($0.weight)] })
        }
        return [
            "provider": .string(target.provider), "model": .string(target.model), "task": .string(task),
            "time_ms": .integer(summary.time), "successes": number(summary.successes),
            "failures": number(summary.failures), "tokens": number(summary.tokens), "seconds": number(summary.seconds),
            "speed_weight": number(summary.speedWeight), "cost": number(summary.cost),
            "cost_weight": number(summary.costWeight), "good": number(summary.good), "bad": number(summary.bad),
            "first_token": buckets(summary.firstToken), "total": buckets(summary.total),
        ]
    }

    fileprivate init?(_ value: JSONValue) {
        func sum(_ name: String) -> Double? {
            guard let number = value[name]?.number?.double, number.isFinite, number >= 0 else { return nil }
            return number
        }
        func sketch(_ name: String) -> QuantileSketch? {
            var buckets: [QuantileSketch.Bucket] = []
            for pair in value[name]?.array ?? [] {
                guard let index = pair[0]?.number?.int64.flatMap({ Int16(exactly: $0) }),
                    let weight = pair[1]?.number?.double, weight.isFinite, weight >= 0,
                    buckets.last.map({ $0.index < index }) ?? true
                else { return nil }
                buckets.append(QuantileSketch.Bucket(index: index, weight: weight))
            }
            return QuantileSketch(buckets: buckets)
        }
        guard let provider = value["provider"]?.string, let model = value["model"]?.string, !provider.isEmpty,
            !model.isEmpty, let task = value["task"]?.string, let time = value["time_ms"]?.number?.int64,
            let successes = sum("successes"), let failures = sum("failures"), let tokens = sum("tokens"),
            let seconds = sum("seconds"), let speedWeight = sum("speed_weight"), let cost = sum("cost"),
            let costWeight = sum("cost_weight"), let good = sum("good"), let bad = sum("bad"),
            let firstToken = sketch("first_token"), let total = sketch("total")
        else { return nil }
        var summary = TargetSummary()
        summary.time = time
        summary.successes = successes
        summary.failures = failures
        summary.tokens = tokens
        summary.seconds = seconds
        summary.speedWeight = speedWeight
        summary.cost = cost
        summary.costWeight = costWeight
        summary.good = good
        summary.bad = bad
        summary.firstToken = firstToken
        summary.total = total
        self.init(target: TargetName(provider: provider, model: model), task: task, summary: summary)
    }
}
