internal import AI1Core
internal import AI1History

extension StatisticsView {
    /// Version 1.
    var json: JSONValue {
        [
            "v": 1, "by": .string(report.group.rawValue),
            "days": .array(report.days.map { .string(CreditsBooks.dateText($0)) }),
            "rows": .array(report.rows.map { .object(Self.members($0)) }),
        ]
    }

    private static func members(_ row: StatisticsReport.Row) -> JSONObject {
        let sums = row.sums
        var object: JSONObject = [:]
        object["target"] = row.target.map { .string($0.description) }
        object["task"] = row.task.map { .string($0) }
        object["day"] = row.day.map { .string(CreditsBooks.dateText($0)) }
        object["attempts"] = .integer(sums.attempts)
        object["succeeded"] = .integer(sums.succeeded)
        object["failed"] = .integer(sums.failed)
        object["cut"] = .integer(sums.cut)
        object["refused"] = .integer(sums.refused)
        object["cancelled"] = .integer(sums.cancelled)
        object["success"] = sums.successRate.map(number) ?? .null
        object["input_tokens"] = .integer(sums.inputTokens)
        object["output_tokens"] = .integer(sums.outputTokens)
        object["cost"] = OutcomeJSON.cost(sums.cost)
        object["mean_cost"] = OutcomeJSON.cost(sums.meanCost)
        object["mean_first_token_ms"] = sums.meanFirstTokenMilliseconds.map { OutcomeJSON.milliseconds($0) } ?? .null
        object["mean_total_ms"] = sums.meanTotalMilliseconds.map { OutcomeJSON.milliseconds($0) } ?? .null
        if row.day == nil {
            object["attempts_by_day"] = .array(row.attemptsByDay.map { .integer($0) })
            object["learned"] = row.learned.map(learned) ?? .null
        }
        return object
    }

    /// What the router reads.
    private static func learned(_ statistics: TargetStatistics) -> JSONValue {
        [
            "successes": number(statistics.successes), "failures": number(statistics.failures),
            "first_token_ms": statistics.firstToken.map(quantiles) ?? .null,
            "total_ms": statistics.total.map(quantiles) ?? .null,
            "tokens_per_second": statistics.tokensPerSecond.map(number) ?? .null,
            "speed_weight": number(statistics.speedWeight),
            "mean_cost_nano_usd": statistics.meanCostNanoUSD.map(number) ?? .null,
            "good": number(statistics.good), "bad": number(statistics.bad),
        ]
    }

    private static func quantiles(_ quantiles: TargetStatistics.Quantiles) -> JSONValue {
        [
            "p50": OutcomeJSON.milliseconds(quantiles.p50), "p95": OutcomeJSON.milliseconds(quantiles.p95),
            "weight": number(quantiles.weight),
        ]
    }

    private static func number(_ value: Double) -> JSONValue {
        .number(JSONNumber(uncheckedText: decimalText(Int64((value * 1_000_000).rounded()), places: 6)))
    }
}
