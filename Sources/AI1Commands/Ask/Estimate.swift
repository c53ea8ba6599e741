internal import AI1Core
internal import AI1Engine

/// `--estimate`: what a request would cost, without sending it.
enum Estimate {
    /// - Throws: `CommandError`
    static func show(
        _ asked: AskedRequest, _ route: RoutePlanner.Route, json: Bool, output: OutputStream
    ) throws {
        let request = asked.request
        guard let first = route.decision.ranked.first else { return }
        let demand = MediaDemand(request)
        let limit =
            demand.map { Int(clamping: $0.bound(at: first.row).output) }
            ?? HoldBound.outputLimit(of: first.row, asked: request.options.maxOutputTokens)
        let expected = first.prediction.cost
        let worst = first.row.prices.known ? HoldBound.amount(of: request, at: first.row) : nil
        let features = route.decision.features
        let usual = demand?.expected(at: first.row)
        let input = usual?.input ?? features.inputTokens
        let answer = usual?.output ?? features.outputTokens
        let bound = demand?.bound(at: first.row).input ?? RequestBound.inputTokens(of: request)
        let unit = first.row.prices.unit.rawValue
        if json {
            var object: JSONObject = [
                "v": 1, "target": .string(first.row.name.description),
                "input_tokens": .integer(input), "output_tokens": .integer(answer), "unit": .string(unit),
                "output_limit": .integer(limit), "expected": OutcomeJSON.cost(expected),
                "worst": OutcomeJSON.cost(worst), "price_estimated": .bool(first.row.prices.estimated),
                "price_as_of": .string(first.row.asOf),
            ]
            if let given = asked.input { object["parts"] = .array(given.parts.map(partJSON)) }
            object["skipped"] = skipped(asked.skipped)
            return try output.line(JSONValue.object(object).text)
        }
        let date = first.row.asOf.isEmpty ? "" : " (prices of \(first.row.asOf))"
        try output.line("target     \(first.row.name)\(date)")
        try output.line(
            "expected   \(expected.map(\.credits) ?? "unknown")    "
                + "~\(grouped(input)) \(unit) in, ~\(grouped(answer)) out")
        try output.line(
            "at worst   \(worst.map(\.credits) ?? "unknown")    "
                + "\(grouped(bound)) \(unit) in, \(grouped(Int64(limit))) out")
        guard let parts = asked.input?.parts, parts.count > 1 else { return }
        let counts = parts.prefix(shownParts).map { "~\(grouped($0.tokens))" }
        let width = counts.map(\.count).max() ?? 0
        try output.line("")
        for (part, count) in zip(parts, counts) {
            let space = String(repeating: " ", count: width - count.count)
            try output.line("\(space)\(count)  \(TerminalCleaner.cleanLine(part.name, limit: 100))")
        }
        if parts.count > counts.count {
            let rest = parts.dropFirst(counts.count)
            try output.line("and \(rest.count) more, ~\(grouped(rest.reduce(0) { $0 + $1.tokens })) together")
        }
    }

    /// The parts that are listed for a person.
    private static let shownParts = 20

    private static func partJSON(_ part: InputPart) -> JSONValue {
        .object(["kind": .string(part.kind.rawValue), "name": .string(part.name), "tokens": .integer(part.tokens)])
    }

    /// How many files were left out, by the reason.
    private static func skipped(_ files: SkippedFiles) -> JSONValue {
        var object = JSONObject()
        for reason in SkippedFiles.Reason.allCases {
            if let count = files.counts[reason] { object[reason.rawValue] = .integer(count) }
        }
        return .object(object)
    }
}
