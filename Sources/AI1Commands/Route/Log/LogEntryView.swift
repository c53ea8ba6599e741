internal import AI1Core
internal import AI1History
internal import AI1Terminal

/// One request of the past, for a person.
struct LogEntryView {
    let entry: HistoryEntry
    let books: LogBooks

    private var row: HistoryRow { entry.row }

    /// What the router expected of a target, as it stands in the decision.
    struct Predicted {
        let cost: NanoUSD?
        let firstTokenMilliseconds: Double?
        let totalMilliseconds: Double?
        let quality: String?
    }

    /// - Throws: as `OutputStream.write`
    func print(on stream: OutputStream) throws {
        let facts = books.live.outputFacts
        try stream.show(head, facts)
        if !entry.attempts.isEmpty {
            try stream.line("")
            try stream.show(attempts, facts)
        }
        if let summary = entry.decision?["summary"]?.string {
            try stream.line("\n" + TerminalCleaner.cleanLine(summary, limit: 500))
        }
        guard let content = entry.content else {
            return try stream.line("\nthe prompt and the answer are not kept")
        }
        if let system = content.system { try section("system", system, stream) }
        let isWhole = entry.promptBytes.map { $0 <= content.prompt.utf8.count } ?? true
        try section(
            "prompt" + (isWhole ? "" : " (its first \(grouped(Int64(content.prompt.utf8.count))) octets)"),
            content.prompt, stream)
        if let answer = content.answer {
            try section("answer", String(decoding: answer, as: UTF8.self), stream)
        } else {
            try stream.line("\nthe answer was too long to be kept")
        }
    }

    private func section(_ title: String, _ text: String, _ stream: OutputStream) throws {
        let style = Style(hasColor: books.live.outputFacts.hasColor)
        try stream.line("\n" + style.dim(title))
        var body = Substring(stream.isTerminal ? TerminalCleaner.clean(text) : text)
        while body.hasSuffix("\n") { body = body.dropLast() }
        try stream.line(String(body))
    }

    /// Names and values, one a line.
    private var head: TextTable {
        var table = TextTable([.init(""), .init("", canShrink: true)])
        func line(_ name: String, _ value: String?, _ mark: Style.Mark = .none) {
            if let value { table.append([.init(name, .dim), .init(value, mark)]) }
        }
        line("id", row.id.description)
        line("asked", books.moment(row.time) + (row.asked.map { ", of \($0)" } ?? ""))
        line("task", task)
        line("job", row.job)
        line("chat", row.chat)
        line("target", target)
        line("state", state, LogView.state(row.state).mark)
        line("error", entry.error)
        line("tokens", tokens)
        line("cost", row.cost.map { $0.credits + (row.charge.map { ", charged \($0.credits)" } ?? "") } ?? "unknown")
        line("time", time)
        line("rating", rating)
        line("evidence", evidence)
        line("risk", entry.risk.map { DecisionReport.fixed($0) })
        return table
    }

    private var task: String {
        let parts = [
            row.task, entry.difficulty.map { "difficulty \(DecisionReport.fixed($0))" }, entry.objective,
            row.isExplored ? "tried out to learn" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    private var target: String? {
        guard let target = row.target else { return nil }
        let served = entry.servedModel.flatMap { $0 == target.model ? nil : " (served by \($0))" } ?? ""
        return target.description + served
    }

    private var state: String {
        row.state.rawValue + (entry.finish.map { " (\($0))" } ?? "") + (row.exit == 0 ? "" : ", exit \(row.exit)")
    }

    private var tokens: String {
        let usage = entry.usage
        var parts = ["\(grouped(usage.input))→\(grouped(usage.output))"]
        if usage.cacheRead > 0 { parts.append("\(grouped(usage.cacheRead)) read from the cache") }
        if usage.reasoning > 0 { parts.append("\(grouped(usage.reasoning)) of reasoning") }
        if usage.source != .reported { parts.append(usage.source.rawValue) }
        return parts.joined(separator: ", ")
    }

    private var time: String {
        let total = DurationLabel.text(milliseconds: row.totalMilliseconds)
        guard let first = row.firstTokenMilliseconds else { return total }
        return "\(total), first token after \(DurationLabel.text(milliseconds: first))"
    }

    private var rating: String? { row.rating.map { DecisionReport.fixed($0) } }

    private var evidence: String? {
        let signals = entry.signals.filter { $0.source != .rating }
        guard !signals.isEmpty else { return nil }
        return signals.map { "\($0.source.rawValue) \(DecisionReport.fixed($0.reward))" }.joined(separator: ", ")
    }

    /// Each attempt with what was expected of its target.
    private var attempts: TextTable {
        var table = TextTable(
            [
                .init("#", .right), .init("target", canShrink: true), .init("result", canShrink: true),
                .init("first", .right), .init("total", .right), .init("cost", .right),
            ], indent: 2)
        for (index, attempt) in entry.attempts.enumerated() {
            let fault = attempt.fault.map { $0.rawValue + (attempt.status.map { " \($0)" } ?? "") }
            table.append([
                .init(String(index + 1)), .init(attempt.target.description),
                .init(fault ?? "answered", fault == nil ? .none : .yellow),
                .init(attempt.firstTokenMilliseconds.map { DurationLabel.text(milliseconds: $0) } ?? ""),
                .init(DurationLabel.text(milliseconds: attempt.totalMilliseconds)),
                .init(attempt.cost.map(\.credits) ?? ""),
            ])
            guard let predicted = predicted(attempt.target) else { continue }
            table.append([
                .init(""), .init("  predicted", .dim),
                .init(predicted.quality.map { "quality \($0)" } ?? "", .dim),
                .init(predicted.firstTokenMilliseconds.map { DurationLabel.text(milliseconds: $0) } ?? "", .dim),
                .init(predicted.totalMilliseconds.map { DurationLabel.text(milliseconds: $0) } ?? "", .dim),
                .init(predicted.cost.map(\.credits) ?? "", .dim),
            ])
        }
        return table
    }

    /// What the decision says about a target.
    func predicted(_ target: TargetName) -> Predicted? {
        let ranked = entry.decision?["ranked"]?.array ?? []
        guard let candidate = ranked.first(where: { $0["target"]?.string == target.description }) else { return nil }
        return Predicted(
            cost: candidate["cost"]?["nano_usd"]?.number?.int64.map { NanoUSD($0) },
            firstTokenMilliseconds: candidate["first_token_ms"]?.number?.double,
            totalMilliseconds: candidate["total_ms"]?.number?.double,
            quality: candidate["quality"]?.number?.double.map { DecisionReport.fixed($0) })
    }
}
