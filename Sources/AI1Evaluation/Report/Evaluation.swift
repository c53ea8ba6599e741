package import AI1Core
internal import AI1Router

/// Replays recorded outcomes through strategies.
package struct Evaluation: Sendable {
    /// Fewer prompts say nothing.
    package static let minimumPrompts = 2
    package static let resamples = 0...100_000

    /// What is to be evaluated, and how.
    package struct Options: Sendable {
        /// Names of strategies beside the baselines; empty for all that can be.
        package var strategies: [String] = []
        /// Other recorded outcomes to train on.
        package var training: OutcomeTable?
        package var weak: String?
        package var strong: String?
        package var seed: UInt64 = 1
        package var resamples = 1_000
        /// How the predictor is fitted.
        package var trainer = PredictorTrainer()
        /// The catalogue's row of a model of the data; nil when there is none.
        package var row: @Sendable (String) -> ModelRow? = { _ in nil }

        package init() {}
    }

    /// - Throws: `EvaluationError` of the codes `tooFew`, `unknownName`, `impossible`, `sameData`; `CancellationError`
    package static func run(_ table: OutcomeTable, _ options: Options) async throws -> EvaluationReport {
        let data = try EvaluationData(table, training: options.training)
        let asked = try options.strategies.map { name throws(EvaluationError) in
            try StrategyName(name, models: table.models)
        }
        let fixed = FixedModels(data.tested)
        let pair = try ModelPair(weak: options.weak, strong: options.strong, table: data.tested, fixed: fixed)
        var builder = StrategyBuilder(data: data, fixed: fixed, pair: pair, options: options)
        let strategies = try await builder.strategies(asked)
        let measure = Measure(table: data.tested, fixed: fixed, pair: pair, strategies: strategies)
        let whole = measure.values(
            [Double](repeating: 1, count: data.tested.prompts.count), total: Double(data.tested.prompts.count))
        let resampled = try await measure.resample(
            Resampling(seed: options.seed, prompts: data.tested.prompts.count), count: options.resamples)
        var report = EvaluationReport(
            prompts: data.tested.prompts.count, models: models(data.tested, fixed),
            cheapest: table.models[fixed.cheapest], dearest: table.models[fixed.dearest],
            best: table.models[fixed.best],
            weak: pair.pair.map { table.models[$0.weak] }, strong: pair.pair.map { table.models[$0.strong] }, rows: [],
            seed: options.seed, resamples: options.resamples, trainedOn: data.training?.prompts.count ?? 0,
            incomplete: data.incomplete, notes: data.notes + builder.notes + pair.notes)
        for (index, strategy) in strategies.enumerated() {
            report.rows.append(
                measure.row(
                    strategy, isAsked: asked.contains(strategy.name), whole[index],
                    resampled.map { $0[index] }))
        }
        return report
    }

    private static func models(_ table: OutcomeTable, _ fixed: FixedModels) -> [EvaluationReport.Model] {
        table.models.indices.map { index in
            EvaluationReport.Model(
                name: table.models[index], quality: fixed.points[index].quality, totalPicoUSD: fixed.totals[index],
                costPicoUSD: Measure.roundedUp(fixed.totals[index], over: table.prompts.count))
        }
    }
}
