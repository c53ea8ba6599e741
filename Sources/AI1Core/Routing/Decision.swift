/// The router's answer: who should serve, in which order, and why not the others.
package struct Decision: Sendable {
    package var features: RequestFeatures
    package var objective: Objective
    /// Best first. Fallback follows this order.
    package var ranked: [RankedCandidate]
    package var rejected: [Rejection]
    /// One sentence for a person: why the first was chosen.
    package var summary: String

    package init(
        features: RequestFeatures, objective: Objective, ranked: [RankedCandidate], rejected: [Rejection],
        summary: String
    ) {
        self.features = features
        self.objective = objective
        self.ranked = ranked
        self.rejected = rejected
        self.summary = summary
    }
}

/// A candidate that may serve, with what is expected of it.
package struct RankedCandidate: Sendable {
    package var row: ModelRow
    package var prediction: Prediction
    /// From 0 to 1 under the objective.
    package var score: Double

    package init(row: ModelRow, prediction: Prediction, score: Double) {
        self.row = row
        self.prediction = prediction
        self.score = score
    }
}

/// What a call of a candidate is expected to be like.
package struct Prediction: Sendable, Hashable {
    /// Expected cost; nil when the price is not known.
    package var cost: NanoUSD?
    /// Cost when the answer reaches its limit; nil when the price is not known.
    package var worstCost: NanoUSD?
    package var firstTokenMilliseconds: Double
    package var totalMilliseconds: Double
    package var quality: Double

    package init(
        cost: NanoUSD?, worstCost: NanoUSD?, firstTokenMilliseconds: Double, totalMilliseconds: Double, quality: Double
    ) {
        self.cost = cost
        self.worstCost = worstCost
        self.firstTokenMilliseconds = firstTokenMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.quality = quality
    }
}

/// A candidate that may not serve.
package struct Rejection: Sendable, Hashable {
    package var name: TargetName
    package var reason: Reason

    package enum Reason: Sendable, Hashable {
        case noKey(remedy: String)
        case disabled(Candidate.Disablement)
        case cooling(milliseconds: Int64, why: String)
        case missing
        case provider
        case excluded
        case noImageInput
        case noTools
        case noSchema
        case window(needed: Int64, has: Int)
        case cost(worst: NanoUSD, limit: NanoUSD)
        case unknownPrice
        case latency(milliseconds: Double)
        case deprecated
    }

    package init(name: TargetName, reason: Reason) {
        self.name = name
        self.reason = reason
    }
}
