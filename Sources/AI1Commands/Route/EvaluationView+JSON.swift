internal import AI1Core
internal import AI1Evaluation

extension EvaluationView {
    /// Shares of calls at which PGR is told: every twentieth.
    private static let shareSteps = 20

    /// Version 1.
    var json: JSONValue {
        [
            "v": 1, "prompts": .integer(report.prompts), "trained_on": .integer(report.trainedOn),
            "seed": .number(JSONNumber(uncheckedText: String(report.seed))), "resamples": .integer(report.resamples),
            "incomplete": ["prompts": .integer(report.incomplete.prompts), "of": .integer(report.incomplete.of)],
            "cheapest": .string(report.cheapest), "dearest": .string(report.dearest), "best": .string(report.best),
            "weak": Self.text(report.weak), "strong": Self.text(report.strong),
            "models": .array(
                report.models.map {
                    [
                        "model": .string($0.name), "quality": Self.number($0.quality),
                        "cost_pico_usd": .integer($0.costPicoUSD),
                        "total_cost_pico_usd": .number(JSONNumber(uncheckedText: String($0.totalPicoUSD))),
                    ]
                }),
            "strategies": .array(report.rows.map(strategy)), "notes": .array(report.notes.map { .string($0) }),
        ]
    }

    private func strategy(_ row: EvaluationReport.Row) -> JSONValue {
        let verdict = Verdict(row: row, best: report.best)
        return [
            "strategy": .string(row.name.text), "model": Self.text(row.model), "asked": .bool(row.isAsked),
            "quality": Self.number(row.quality), "quality_95": Self.interval(row.qualityInterval),
            "cost_pico_usd": .integer(row.costPicoUSD), "cost_pico_usd_95": Self.interval(row.costInterval),
            "area": Self.number(row.area), "area_95": Self.interval(row.areaInterval),
            "against_best_fixed": Self.number(row.difference),
            "against_best_fixed_95": Self.interval(row.differenceInterval),
            "as_good_at_pico_usd": row.matchingCostPicoUSD.map { .integer($0) } ?? .null,
            "verdict": Self.text(verdict?.outcome.rawValue), "sentence": Self.text(verdict?.sentence),
            "points": .array(
                row.points.map { ["cost_pico_usd": Self.number($0.cost), "quality": Self.number($0.quality)] }),
            "pair": row.pair.map(Self.pair) ?? .null,
        ]
    }

    private static func pair(_ pair: EvaluationReport.Pair) -> JSONValue {
        [
            "apgr": number(pair.apgr), "apgr_95": interval(pair.apgrInterval),
            "cpt_50": number(pair.curve.share(recovering: 0.5)), "cpt_80": number(pair.curve.share(recovering: 0.8)),
            "pgr": .array(
                (0...shareSteps).map { step in
                    let share = Double(step) / Double(shareSteps)
                    return ["share": number(share), "pgr": number(pair.curve.recovered(at: share))]
                }),
        ]
    }

    /// A number with the digits that tell it from others; null for what is none.
    static func number(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(JSONNumber(uncheckedText: "\(value)"))
    }

    static func interval(_ interval: Interval?) -> JSONValue {
        interval.map { .array([number($0.low), number($0.high)]) } ?? .null
    }

    private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
