package import AI1Core

extension TargetSummary {
    /// Sums that weigh less than this say nothing any more.
    static let lightest = 0.01

    /// What the router reads, with all weights as they are at a moment.
    package func statistics(at now: Timestamp) -> TargetStatistics {
        let age = now.millisecondsSinceEpoch - time
        let calls = Decay.factor(age, halfLife: Decay.callHalfLifeMilliseconds)
        let evidence = Decay.factor(age, halfLife: Decay.evidenceHalfLifeMilliseconds)
        var statistics = TargetStatistics()
        statistics.successes = successes * calls
        statistics.failures = failures * calls
        statistics.firstToken = Self.quantiles(firstToken, calls)
        statistics.total = Self.quantiles(total, calls)
        if speedWeight > 0, seconds > 0 {
            statistics.tokensPerSecond = tokens / seconds
            statistics.speedWeight = speedWeight * calls
        }
        if costWeight > 0 { statistics.meanCostNanoUSD = cost / costWeight }
        statistics.good = good * evidence
        statistics.bad = bad * evidence
        return statistics
    }

    private static func quantiles(_ sketch: QuantileSketch, _ factor: Double) -> TargetStatistics.Quantiles? {
        guard let p50 = sketch.quantile(0.5), let p95 = sketch.quantile(0.95) else { return nil }
        return TargetStatistics.Quantiles(weight: sketch.weight * factor, p50: p50, p95: p95)
    }
}

extension TargetStatistics {
    /// Whether anything is left that could be learned from.
    var saysSomething: Bool { successes + failures >= TargetSummary.lightest || good + bad >= TargetSummary.lightest }
}
