internal import AI1Core
internal import AI1Terminal

/// A decision as a table for a person and as JSON for a script.
enum DecisionReport {
    /// Candidates and refusals shown without being asked for all.
    private static let shownCandidates = 8
    private static let shownRefusals = 6
    /// A narrower terminal shows what decides alone.
    private static let wide = 64

    /// Prints the table.
    /// - Throws: as `OutputStream.write`
    static func show(_ decision: Decision, on stream: OutputStream, _ facts: StreamFacts, all: Bool = false) throws {
        let features = decision.features
        let style = Style(hasColor: facts.hasColor)
        try stream.line(
            "\(features.task.rawValue) · difficulty \(fixed(features.difficulty)) · ~\(grouped(features.inputTokens)) "
                + "tokens in, ~\(grouped(features.outputTokens)) out · \(decision.objective.rawValue)\n")
        if let rule = decision.rule { try stream.line("by the rule at \(TerminalCleaner.cleanLine(rule))\n") }
        let shown = all ? decision.ranked[...] : decision.ranked.prefix(shownCandidates)
        let table = table(shown, isWide: (facts.columns ?? .max) >= wide)
        if !shown.isEmpty { try stream.write(text: table.render(width: facts.columns, style: style)) }
        for line in refusals(decision, all: all) { try stream.line("  " + style.dim(line)) }
        let hidden = decision.ranked.count - shown.count
        if hidden > 0 { try stream.line("  " + style.dim("…  \(hidden) more that could serve")) }
        try stream.line("\n" + decision.summary)
    }

    private static func table(_ shown: ArraySlice<RankedCandidate>, isWide: Bool) -> TextTable {
        var columns: [TextTable.Column] = [
            .init("#", .right), .init("target", canShrink: true), .init("cost", .right),
        ]
        if isWide { columns.append(.init("first", .right)) }
        columns.append(.init("total", .right))
        if isWide { columns += [.init("quality", .right), .init("ok", .right)] }
        columns.append(.init("score", .right))
        var table = TextTable(columns, indent: isWide ? 2 : 0)
        for (index, candidate) in shown.enumerated() {
            let prediction = candidate.prediction
            let name = candidate.row.name
            var cells: [TextTable.Cell] = [
                .init(String(index + 1)), .init(isWide ? name.description : name.model),
                .init(prediction.cost.map(\.credits) ?? "unknown"),
            ]
            if isWide {
                cells.append(.init(DurationLabel.text(milliseconds: prediction.firstTokenMilliseconds)))
            }
            cells.append(.init(DurationLabel.text(milliseconds: prediction.totalMilliseconds)))
            if isWide {
                cells += [
                    .init(fixed(prediction.quality)), .init("\(Int((prediction.success * 100).rounded())) %"),
                ]
            }
            cells.append(.init(fixed(candidate.score)))
            table.append(cells)
        }
        return table
    }

    private static func refusals(_ decision: Decision, all: Bool) -> [String] {
        let keyless = decision.rejected.filter { if case .noKey = $0.reason { true } else { false } }
        let others = decision.rejected.filter { if case .noKey = $0.reason { false } else { true } }
        let shown = all ? decision.rejected : Array(others.prefix(shownRefusals))
        let width = shown.map { $0.name.description.count }.max() ?? 0
        var lines = shown.map { rejection in
            let name = TerminalCleaner.cleanLine(rejection.name.description, limit: 60)
            return "-  " + name + String(repeating: " ", count: max(0, min(width, 60) - name.count)) + "  "
                + TerminalCleaner.cleanLine(rejection.reason.text, limit: 120)
        }
        guard !all else { return lines }
        if others.count > shown.count {
            lines.append("…  \(others.count - shown.count) more refused: --all shows them")
        }
        if !keyless.isEmpty { lines.append("…  \(keyless.count) more without a key: ai1 route providers") }
        return lines
    }

    /// A number from 0 to 1 with two decimals.
    static func fixed(_ value: Double) -> String {
        let hundredths = Int64((value * 100).rounded())
        let digits = String(hundredths.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        return (hundredths < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
    }

    static func json(_ decision: Decision) -> JSONValue {
        let features = decision.features
        return [
            "v": 1, "task": .string(features.task.rawValue), "difficulty": number(features.difficulty),
            "input_tokens": .integer(features.inputTokens), "output_tokens": .integer(features.outputTokens),
            "objective": .string(decision.objective.rawValue),
            "ranked": .array(
                decision.ranked.map { candidate in
                    [
                        "target": .string(candidate.row.name.description), "score": number(candidate.score),
                        "cost": OutcomeJSON.cost(candidate.prediction.cost),
                        "worst_cost": OutcomeJSON.cost(candidate.prediction.worstCost),
                        "first_token_ms": OutcomeJSON.milliseconds(candidate.prediction.firstTokenMilliseconds),
                        "total_ms": OutcomeJSON.milliseconds(candidate.prediction.totalMilliseconds),
                        "slow_ms": OutcomeJSON.milliseconds(candidate.prediction.slowMilliseconds),
                        "quality": number(candidate.prediction.quality),
                        "quality_deviation": number(candidate.prediction.qualityDeviation),
                        "success": number(candidate.prediction.success),
                        "calls": number(candidate.prediction.calls),
                    ]
                }),
            "rejected": .array(
                decision.rejected.map {
                    [
                        "target": .string($0.name.description), "reason": .string($0.reason.code),
                        "text": .string($0.reason.text),
                    ]
                }),
            "rule": decision.rule.map { .string($0) } ?? .null, "explores": .bool(decision.explores),
            "summary": .string(decision.summary),
        ]
    }

    private static func number(_ value: Double) -> JSONValue {
        .number(JSONNumber(uncheckedText: decimalText(Int64((value * 1_000_000).rounded()), places: 6)))
    }
}
