internal import AI1Router

/// How a predictor does on held-out prompts: mean squared errors of scores.
package struct TrainingReport: Sendable {
    /// The errors of three ways to predict the same scores.
    package struct Errors: Sendable, Hashable {
        package var predictor: Double
        /// From the length of the prompt alone.
        package var length: Double
        /// The model's mean over the training prompts.
        package var constant: Double
    }

    package struct Model: Sendable, Hashable {
        package var name: String
        /// Held-out outcomes.
        package var outcomes: Int
        package var errors: Errors
    }

    /// Over all outcomes, one weight each.
    package let errors: Errors
    package let models: [Model]
    /// How much smaller the predictor's error is than the length's, with its 95 % interval.
    package let gain: Double
    package let gainInterval: Interval?
    package let trainedOn: Int
    package let heldOut: Int
    /// Training prompts that stand among those held out and were left out.
    package let overlap: Int
    package let penalty: Double

    /// Whether the predictor is better than length beyond chance.
    package var beatsLength: Bool { (gainInterval?.low ?? 0) > 0 }

    init(
        _ predictor: QualityPredictor, length: LengthModel, held: OutcomeTable, trainedOn: Int, overlap: Int,
        resampling: Resampling, resamples: Int
    ) {
        let width = held.models.count
        var sums = [Errors](repeating: Errors(predictor: 0, length: 0, constant: 0), count: width)
        var counts = [Int](repeating: 0, count: width)
        var gains = [Double](repeating: 0, count: held.prompts.count)
        var outcomes = gains
        for (prompt, record) in held.prompts.enumerated() {
            guard let features = record.features else { continue }
            let estimates = predictor.predict(features)
            for model in 0..<width {
                let score = held.scores[prompt * width + model]
                if score.isNaN { continue }
                func square(_ value: Double) -> Double { (score - value) * (score - value) }
                let own = square(estimates[model].quality)
                let plain = square(length.score(model, lengthBytes: record.lengthBytes))
                sums[model].predictor += own
                sums[model].length += plain
                sums[model].constant += square(Double(predictor.models[model].mean))
                counts[model] += 1
                gains[prompt] += plain - own
                outcomes[prompt] += 1
            }
        }
        models = (0..<width).map { model in
            let count = Double(max(1, counts[model]))
            return Model(
                name: held.models[model], outcomes: counts[model],
                errors: Errors(
                    predictor: sums[model].predictor / count, length: sums[model].length / count,
                    constant: sums[model].constant / count))
        }
        let total = Double(max(1, counts.reduce(0, +)))
        errors = Errors(
            predictor: sums.reduce(0) { $0 + $1.predictor } / total, length: sums.reduce(0) { $0 + $1.length } / total,
            constant: sums.reduce(0) { $0 + $1.constant } / total)
        gain = errors.length - errors.predictor
        var weights = outcomes
        gainInterval = Interval(
            of: (0..<resamples).map { index in
                resampling.weights(index, into: &weights)
                var (sum, count) = (0.0, 0.0)
                for prompt in weights.indices {
                    sum += weights[prompt] * gains[prompt]
                    count += weights[prompt] * outcomes[prompt]
                }
                return count > 0 ? sum / count : .nan
            })
        self.trainedOn = trainedOn
        self.overlap = overlap
        heldOut = held.prompts.count
        penalty = Double(predictor.penalty)
    }

    var evidence: QualityPredictor.Evidence {
        QualityPredictor.Evidence(
            predictor: Float(errors.predictor), length: Float(errors.length), constant: Float(errors.constant),
            prompts: UInt32(clamping: heldOut), beatsLength: beatsLength)
    }
}
