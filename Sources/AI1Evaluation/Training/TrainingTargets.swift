/// The scores of a table as columns in fours, and which of them there are.
struct TrainingTargets: Sendable {
    let models: Int
    let blocks: Int
    /// Beside the rows; zero where there is no outcome.
    private let scores: [SIMD4<Float>]
    private let present: [SIMD4<Float>]
    /// Nil when nothing is missing.
    let mask: [SIMD4<Float>]?

    init(_ table: OutcomeTable) {
        models = table.models.count
        blocks = (models + 3) / 4
        var scores = [SIMD4<Float>](repeating: .zero, count: table.prompts.count * blocks)
        var present = scores
        var isWhole = true
        for prompt in table.prompts.indices {
            for model in 0..<models {
                let score = table.scores[prompt * models + model]
                if score.isNaN {
                    isWhole = false
                    continue
                }
                scores[prompt * blocks + model / 4][model % 4] = Float(score)
                present[prompt * blocks + model / 4][model % 4] = 1
            }
        }
        self.scores = scores
        self.present = present
        mask = isWhole ? nil : present
    }

    /// The mean of each model over some rows; a half where there is no outcome.
    func means(_ rows: [Int]) -> [SIMD4<Float>] {
        (0..<blocks).map { block in
            var sum = SIMD4<Float>.zero
            var count = SIMD4<Float>.zero
            for row in rows {
                sum += scores[row * blocks + block]
                count += present[row * blocks + block]
            }
            return (sum / count).replacing(with: 0.5, where: count .== 0)
        }
    }

    /// How far scores lie from the means; zero where there is no outcome.
    func centred(_ means: [SIMD4<Float>]) -> [SIMD4<Float>] {
        scores.indices.map { (scores[$0] - means[$0 % blocks]) * present[$0] }
    }

    /// Outcomes of each model over some rows.
    func counts(_ rows: [Int]) -> [Int] {
        (0..<models).map { model in rows.count { present[$0 * blocks + model / 4][model % 4] == 1 } }
    }

    /// The squared errors of predictions for some rows, added up by model, predictions bounded to scores.
    func squaredErrors(_ rows: [Int], _ predicted: [SIMD4<Float>], _ means: [SIMD4<Float>]) -> [Double] {
        var sums = [Double](repeating: 0, count: models)
        for row in rows {
            for block in 0..<blocks {
                let index = row * blocks + block
                let bounded = (predicted[index] + means[block]).clamped(lowerBound: .zero, upperBound: .one)
                let gap = (scores[index] - bounded) * present[index]
                for lane in 0..<4 where block * 4 + lane < models {
                    sums[block * 4 + lane] += Double(gap[lane] * gap[lane])
                }
            }
        }
        return sums
    }
}
