import AI1Core
import AI1Router

/// How long a decision takes when every candidate may serve, the dearest case.
enum DecisionBench {
    /// Prints the median and the largest time of a decision in microseconds, and how many were ranked.
    static func run(candidates count: Int, rounds: Int) {
        let candidates = (0..<count).map(candidate)
        let features = RequestFeatures(task: .code, difficulty: 0.6, inputTokens: 1_200, outputTokens: 800)
        var times: [Int64] = []
        var ranked = 0
        for _ in 0..<rounds {
            let start = BenchProgram.nanoseconds
            let decision = Router.decide(
                features: features, candidates: candidates, preferences: RoutePreferences(objective: .balanced))
            times.append(BenchProgram.nanoseconds - start)
            ranked += decision.ranked.count
        }
        times.sort()
        print(times[times.count / 2] / 1_000, times[times.count - 1] / 1_000, ranked / rounds)
    }

    /// Half of them have been measured.
    private static func candidate(_ index: Int) -> Candidate {
        let picos = Int64(index % 40 + 1) * 100_000
        let row = ModelRow(
            name: TargetName(provider: "provider-\(index % 147)", model: "organisation/model-\(index)"),
            title: "Model \(index)", family: "model-\(index)", dialect: .openAIChat, contextTokens: 128_000,
            maxOutputTokens: 16_384,
            prices: PriceTable(
                base: TokenPrices(input: TokenPrice(picoUSD: picos), output: TokenPrice(picoUSD: picos * 4))),
            quality: QualityPrior(overall: Double(index % 997) / 997))
        var measured: TargetStatistics?
        if index % 2 == 0 {
            var statistics = TargetStatistics()
            statistics.successes = Double(index % 60)
            statistics.failures = Double(index % 3)
            statistics.firstToken = TargetStatistics.Quantiles(weight: 20, p50: 400, p95: 900)
            statistics.total = TargetStatistics.Quantiles(weight: 20, p50: 4_000, p95: 9_000)
            statistics.good = Double(index % 7)
            measured = statistics
        }
        return Candidate(
            row: row, access: .ready, health: .healthy,
            speed: Candidate.Speed(firstTokenMilliseconds: 500, tokensPerSecond: 90), measured: measured)
    }
}
