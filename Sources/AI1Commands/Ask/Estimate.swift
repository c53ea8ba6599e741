internal import AI1Core
internal import AI1Engine

/// `--estimate`: what a request would cost, without sending it.
enum Estimate {
    /// - Throws: `CommandError`
    static func show(
        _ request: ChatRequest, _ route: RoutePlanner.Route, json: Bool, output: OutputStream
    ) throws {
        guard let first = route.decision.ranked.first else { return }
        let limit = HoldBound.outputLimit(of: first.row, asked: request.options.maxOutputTokens)
        let expected = first.prediction.cost
        let worst = first.row.prices.known ? HoldBound.amount(of: request, at: first.row) : nil
        let features = route.decision.features
        if json {
            try output.line(
                JSONValue.object([
                    "v": 1, "target": .string(first.row.name.description),
                    "input_tokens": .integer(features.inputTokens), "output_tokens": .integer(features.outputTokens),
                    "output_limit": .integer(limit), "expected": OutcomeJSON.cost(expected),
                    "worst": OutcomeJSON.cost(worst), "price_estimated": .bool(first.row.prices.estimated),
                    "price_as_of": .string(first.row.asOf),
                ]).text)
            return
        }
        let date = first.row.asOf.isEmpty ? "" : " (prices of \(first.row.asOf))"
        try output.line("target     \(first.row.name)\(date)")
        try output.line(
            "expected   \(expected.map(\.credits) ?? "unknown")    "
                + "~\(grouped(features.inputTokens)) tokens in, ~\(grouped(features.outputTokens)) out")
        try output.line(
            "at worst   \(worst.map(\.credits) ?? "unknown")    "
                + "\(grouped(RequestBound.inputTokens(of: request))) tokens in, \(grouped(Int64(limit))) out")
    }
}
