/// What an evaluation found. All intervals hold the middle 95 % of the resamples; nil where one is undefined.
package struct EvaluationReport: Sendable {
    /// A strategy and how it did.
    package struct Row: Sendable {
        package var name: StrategyName
        /// The model of a fixed strategy.
        package var model: String?
        /// Whether it was asked for; the others are baselines.
        package var isAsked: Bool
        /// The mean score when nothing is spared: the sweep's best end; for `random` every model with the same chance.
        package var quality: Double
        package var qualityInterval: Interval?
        /// The mean cost then, in pico-US-dollars a prompt, rounded up.
        package var costPicoUSD: Int64
        package var costInterval: Interval?
        /// The normalised area under the envelope of the whole sweep; nil for a fixed model, and when all models cost
        /// the same.
        package var area: Double?
        package var areaInterval: Interval?
        /// Quality at no more than the best fixed model's cost, less that model's; nil for what is no sweep.
        package var difference: Double?
        package var differenceInterval: Interval?
        /// The smallest cost of an operating point that is as good as the best fixed model; nil when none is.
        package var matchingCostPicoUSD: Int64?
        /// The operating points of the sweep, from the cheapest to the best.
        package var points: [OperatingPoint]
        package var pair: Pair?
    }

    /// How a strategy divides the calls between a weak and a strong model.
    package struct Pair: Sendable {
        package var apgr: Double
        package var apgrInterval: Interval?
        package var curve: PairCurve
    }

    /// A model of the data by itself.
    package struct Model: Sendable, Hashable {
        package var name: String
        package var quality: Double
        /// Pico-US-dollars in all.
        package var totalPicoUSD: Int128
        /// Pico-US-dollars a prompt, rounded up.
        package var costPicoUSD: Int64
    }

    package var prompts: Int
    package var models: [Model]
    package var cheapest: String
    package var dearest: String
    package var best: String
    package var weak: String?
    package var strong: String?
    package var rows: [Row]
    package var seed: UInt64
    package var resamples: Int
    /// Prompts that the predictor and the fitted baseline were trained on.
    package var trainedOn: Int
    package var incomplete: OutcomeTable.Incomplete
    /// What has to be known before the figures are believed, one sentence each.
    package var notes: [String]

    /// One plain sentence for each router: whether it is worth more than one model for everything.
    package var verdicts: [String] { rows.compactMap { Verdict(row: $0, best: best)?.sentence } }
}
