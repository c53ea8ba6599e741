package import AI1Core

/// Predicts how good each model's answer to a prompt will be, from the prompt alone: a linear model over hashed
/// features.
///
/// A pure value: it is trained in `AI1Evaluation`, kept as octets (`PredictorFile`), and asked here. One prediction for
/// all its models together takes well under a millisecond.
package struct QualityPredictor: Sendable, Hashable {
    /// More models than these are neither trained nor read.
    package static let maximumModels = 256

    /// One model's expected quality on a prompt.
    package struct Estimate: Sendable, Hashable {
        /// The expected score, from 0 to 1.
        package var quality: Double
        /// The standard deviation of that expectation: how far off it may be for want of training data about such
        /// prompts. What one answer's score scatters around its expectation by is not in it.
        package var deviation: Double

        package init(quality: Double, deviation: Double) {
            self.quality = quality
            self.deviation = deviation
        }
    }

    /// What is known about one model.
    package struct Model: Sendable, Hashable {
        /// The model's name as the training data has it.
        package var name: String
        /// The mean score in the training data, which every prediction starts from.
        package var mean: Float
        /// The variance of one score around its prediction.
        package var noise: Float
        /// Training outcomes.
        package var outcomes: UInt32

        package init(name: String, mean: Float, noise: Float, outcomes: UInt32) {
            self.name = name
            self.mean = mean
            self.noise = noise
            self.outcomes = outcomes
        }
    }

    /// Held-out mean squared errors, measured when the predictor was trained; the mean over all models.
    package struct Evidence: Sendable, Hashable {
        /// Of this predictor.
        package var predictor: Float
        /// Of the same prompts predicted from their length alone.
        package var length: Float
        /// Of each model's mean score.
        package var constant: Float
        /// Prompts that were held out.
        package var prompts: UInt32
        /// Whether the predictor's error is below the length's beyond chance (95 % bootstrap interval).
        package var beatsLength: Bool

        package init(predictor: Float, length: Float, constant: Float, prompts: UInt32, beatsLength: Bool) {
            self.predictor = predictor
            self.length = length
            self.constant = constant
            self.prompts = prompts
            self.beatsLength = beatsLength
        }
    }

    package let models: [Model]
    package let evidence: Evidence
    /// The number of buckets as a power of two.
    package let bucketBits: Int
    let space: FeatureSpace
    /// The sum of squares of each bucket over the training data.
    let energy: [Float]
    /// The ridge penalty.
    package let penalty: Float
    /// Makes the variance from single buckets agree with that from the whole matrix.
    let spread: Float
    /// A weight for each bucket and model; the models of a bucket stand side by side.
    let weights: [Float]

    /// Puts a trained predictor together.
    /// - Parameters:
    ///   - space: what features become
    ///   - energy: one for each bucket
    ///   - weights: `models.count` for each bucket
    package init(
        models: [Model], evidence: Evidence, bucketBits: Int, space: FeatureSpace, energy: [Float], penalty: Float,
        spread: Float, weights: [Float]
    ) {
        precondition(space.scales.count == 1 << bucketBits && energy.count == space.scales.count)
        precondition(weights.count == energy.count * models.count)
        self.models = models
        self.evidence = evidence
        self.bucketBits = bucketBits
        self.space = space
        self.energy = energy
        self.penalty = penalty
        self.spread = spread
        self.weights = weights
    }

    /// Reads a predictor.
    /// - Throws: `PredictorError`
    package static func load(_ bytes: [UInt8]) throws(PredictorError) -> QualityPredictor {
        try PredictorFile.decode(bytes)
    }

    /// The predictor as the octets that `load` reads.
    package func encoded() -> [UInt8] { PredictorFile.encode(self) }

    /// The expected quality of every model on a prompt, by name.
    package func predictions(for text: String, task: TaskKind) -> [String: Estimate] {
        let estimates = predict(PromptFeatures(text: text, task: task, bucketBits: bucketBits))
        return Dictionary(uniqueKeysWithValues: zip(models.lazy.map(\.name), estimates))
    }

    /// The expected quality of every model, in the order of `models`.
    /// - Parameter features: made with the predictor's own `bucketBits`
    package func predict(_ features: PromptFeatures) -> [Estimate] {
        let vector = space.vector(of: features)
        var sums = models.map(\.mean)
        var variance: Float = 0
        for (bucket, value) in zip(vector.buckets, vector.values) {
            let start = Int(bucket) * models.count
            for index in sums.indices { sums[index] += value * weights[start + index] }
            variance += value * value / (energy[Int(bucket)] + penalty)
        }
        return sums.indices.map { index in
            Estimate(
                quality: Double(min(max(sums[index], 0), 1)),
                deviation: Double((models[index].noise * spread * variance).squareRoot()))
        }
    }
}
