#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#endif

/// Predicts each model's score and cost from the length of the prompt alone: the baseline that a predictor must pass.
///
/// The logarithm of the length is cut into steps of one power of two, between which it is linear; the values at the
/// steps
/// are fitted by least squares with a penalty on their distance from the model's mean, chosen by cross-validation.
struct LengthModel: Sendable {
    private static let steps = 24
    private static let penalties = [1.0, 10, 100, 1_000]
    private static let folds = 5

    private let scoreMeans: [Double]
    private let costMeans: [Double]
    /// `steps` for each model: distances from its mean.
    private let scoreSteps: [[Double]]
    private let costSteps: [[Double]]

    /// - Parameter table: outcomes to fit to; some may be missing
    init(_ table: OutcomeTable) {
        let width = table.models.count
        let places = table.prompts.map { Self.place($0.lengthBytes) }
        var best = (error: Double.infinity, penalty: Self.penalties[0])
        let folds = PromptFolds(table, count: Self.folds)
        for penalty in Self.penalties {
            var error = 0.0
            for model in 0..<width {
                for fold in 0..<Self.folds {
                    let fit = Self.fit(table.scores, places, model, width, penalty) { folds.fold[$0] != fold }
                    for prompt in places.indices where folds.fold[prompt] == fold {
                        let score = table.scores[prompt * width + model]
                        if score.isNaN { continue }
                        let gap = score - fit.mean - Self.value(fit.steps, places[prompt])
                        error += gap * gap
                    }
                }
            }
            if error < best.error { best = (error, penalty) }
        }
        let scores = (0..<width).map { Self.fit(table.scores, places, $0, width, best.penalty) { _ in true } }
        let outcomes = table.scores.indices.map { table.scores[$0].isNaN ? .nan : Double(table.costs[$0]) }
        let costs = (0..<width).map { Self.fit(outcomes, places, $0, width, Self.penalties[0]) { _ in true } }
        scoreMeans = scores.map(\.mean)
        scoreSteps = scores.map(\.steps)
        costMeans = costs.map(\.mean)
        costSteps = costs.map(\.steps)
    }

    /// The expected score of a model, from 0 to 1.
    func score(_ model: Int, lengthBytes: Int) -> Double {
        min(max(scoreMeans[model] + Self.value(scoreSteps[model], Self.place(lengthBytes)), 0), 1)
    }

    /// The expected cost of a model in pico-US-dollars.
    func cost(_ model: Int, lengthBytes: Int) -> Double {
        max(costMeans[model] + Self.value(costSteps[model], Self.place(lengthBytes)), 0)
    }

    private static func place(_ lengthBytes: Int) -> Double {
        min(log2(Double(max(1, lengthBytes))), Double(steps - 1) - 1e-9)
    }

    private static func value(_ steps: [Double], _ place: Double) -> Double {
        let step = Int(place)
        let part = place - Double(step)
        return steps[step] * (1 - part) + steps[step + 1] * part
    }

    /// The mean of a model's values, and what is best added to it at each step.
    private static func fit(
        _ values: [Double], _ places: [Double], _ model: Int, _ width: Int, _ penalty: Double, _ uses: (Int) -> Bool
    ) -> (mean: Double, steps: [Double]) {
        let used = places.indices.filter { uses($0) && !values[$0 * width + model].isNaN }
        guard !used.isEmpty else { return (0, [Double](repeating: 0, count: steps)) }
        let mean = used.reduce(0) { $0 + values[$1 * width + model] } / Double(used.count)
        var matrix = TridiagonalSystem(count: steps, diagonal: penalty)
        for prompt in used {
            let step = Int(places[prompt])
            let part = places[prompt] - Double(step)
            matrix.add(step, 1 - part, part, target: values[prompt * width + model] - mean)
        }
        return (mean, matrix.solution())
    }
}
