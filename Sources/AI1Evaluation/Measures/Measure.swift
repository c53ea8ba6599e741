/// Measures strategies over a table, with any weights of the prompts.
struct Measure: Sendable {
    /// Resamples that one task works off before the next is begun.
    private static let tasks = 8

    let table: OutcomeTable
    let fixed: FixedModels
    let pair: ModelPair
    let strategies: [Strategy]

    /// What is measured of one strategy; not a number where it is undefined.
    struct Values: Sendable {
        var quality: Double
        var cost: Double
        var area = Double.nan
        var difference = Double.nan
        var apgr = Double.nan
    }

    /// One for each strategy.
    func values(_ weights: [Double], total: Double) -> [Values] {
        let models = FixedModels.points(table, weights, total: total)
        return strategies.map { strategy in
            var values: Values
            switch strategy.way {
            case .fixed(let model): values = Values(quality: models[model].quality, cost: models[model].cost)
            case .chance:
                values = Values(
                    quality: models.reduce(0) { $0 + $1.quality } / Double(models.count),
                    cost: models.reduce(0) { $0 + $1.cost } / Double(models.count))
                values.area = area(models, models)
                if pair.pair != nil { values.apgr = PairCurve.random.mean }
            case .sweep(let track):
                let points = track.points(weights, total: total)
                values = Values(quality: points[points.count - 1].quality, cost: points[points.count - 1].cost)
                values.area = area(points, models)
                let limit = models[fixed.best].cost * (1 + Self.tolerance)
                if let point = points.last(where: { $0.cost <= limit }) {
                    values.difference = Self.rounded(point.quality - models[fixed.best].quality)
                }
            }
            if let curve = strategy.order?.curve(weights, total: total) { values.apgr = curve.mean }
            return values
        }
    }

    /// Sums in another order differ by this much in parts.
    private static let tolerance = 1e-12

    private static func rounded(_ difference: Double) -> Double { difference.magnitude < tolerance ? 0 : difference }

    private func area(_ points: [OperatingPoint], _ models: [OperatingPoint]) -> Double {
        Envelope(points).area(from: models[fixed.cheapest].cost, to: models[fixed.dearest].cost) ?? .nan
    }

    /// The values of many resamples, in their order; all strategies see the same ones.
    /// On all processors, whatever executor the caller prefers.
    /// - Throws: `CancellationError`
    func resample(_ resampling: Resampling, count: Int) async throws -> [[Values]] {
        try await withThrowingTaskGroup(of: [(Int, [Values])].self) { group in
            for task in 0..<Self.tasks {
                group.addTask(executorPreference: globalConcurrentExecutor) {
                    var weights = [Double](repeating: 0, count: resampling.prompts)
                    var results: [(Int, [Values])] = []
                    for index in stride(from: task, to: count, by: Self.tasks) {
                        try Task.checkCancellation()
                        resampling.weights(index, into: &weights)
                        results.append((index, values(weights, total: Double(resampling.prompts))))
                    }
                    return results
                }
            }
            var all = [[Values]](repeating: [], count: count)
            for try await results in group {
                for (index, values) in results { all[index] = values }
            }
            return all
        }
    }

    /// A row of the report.
    /// - Parameters:
    ///   - whole: values over the prompts as they are
    ///   - resampled: the same of every resample
    func row(_ strategy: Strategy, isAsked: Bool, _ whole: Values, _ resampled: [Values]) -> EvaluationReport.Row {
        let weights = [Double](repeating: 1, count: table.prompts.count)
        let total = Double(table.prompts.count)
        var row = EvaluationReport.Row(
            name: strategy.name, model: strategy.model, isAsked: isAsked, quality: whole.quality,
            qualityInterval: Interval(of: resampled.map(\.quality)),
            costPicoUSD: Int64(clampingUp: whole.cost), costInterval: Interval(of: resampled.map(\.cost)),
            area: whole.area.isNaN ? nil : whole.area, areaInterval: Interval(of: resampled.map(\.area)),
            difference: whole.difference.isNaN ? nil : whole.difference,
            differenceInterval: Interval(of: resampled.map(\.difference)), matchingCostPicoUSD: nil, points: [],
            pair: nil)
        switch strategy.way {
        case .fixed(let model):
            row.points = [fixed.points[model]]
            row.costPicoUSD = Self.roundedUp(fixed.totals[model], over: table.prompts.count)
        case .chance:
            row.points = Envelope(fixed.points).corners
            row.costPicoUSD = Self.roundedUp(
                fixed.totals.reduce(0, +), over: table.prompts.count * fixed.totals.count)
        case .sweep(let track):
            row.points = track.points(weights, total: total)
            let enough = fixed.points[fixed.best].quality - Self.tolerance
            row.matchingCostPicoUSD = row.points.first { $0.quality >= enough }.map { Int64(clampingUp: $0.cost) }
        }
        if !whole.apgr.isNaN {
            let curve = strategy.order?.curve(weights, total: total) ?? .random
            row.pair = EvaluationReport.Pair(
                apgr: whole.apgr, apgrInterval: Interval(of: resampled.map(\.apgr)), curve: curve)
        }
        return row
    }

    /// A sum of money over so many prompts, rounded up to a pico-dollar.
    static func roundedUp(_ total: Int128, over prompts: Int) -> Int64 {
        Int64(clamping: (total + Int128(prompts) - 1) / Int128(prompts))
    }
}

extension Int64 {
    /// The next integer above a mean of integers; sums in another order may lie a little above one.
    fileprivate init(clampingUp value: Double) {
        self = value >= 9e18 ? .max : Int64((value - value.magnitude * 1e-12).rounded(.up))
    }
}
