/// The router's answer: who should serve, in which order, and why not the others.
package struct Decision: Sendable {
    package var features: RequestFeatures
    package var objective: Objective
    /// Best first. Fallback follows this order.
    package var ranked: [RankedCandidate]
    package var rejected: [Rejection]
    /// One sentence for a person: why the first was chosen.
    package var summary: String
    /// Whether the first is asked in order to learn about it, though another is expected to serve better.
    package var explores: Bool
    /// The rule of the user's that was followed, by its place in the settings.
    package var rule: String?

    package init(
        features: RequestFeatures, objective: Objective, ranked: [RankedCandidate], rejected: [Rejection],
        summary: String, explores: Bool = false
    ) {
        self.features = features
        self.objective = objective
        self.ranked = ranked
        self.rejected = rejected
        self.summary = summary
        self.explores = explores
    }
}

/// A candidate that may serve, with what is expected of it.
package struct RankedCandidate: Sendable {
    package let prediction: Prediction
    /// From 0 to 1 under the objective.
    package let score: Double
    /// All candidates, so that five thousand rows need not be copied.
    private let candidates: [Candidate]
    private let index: Int

    /// - Parameter index: which of `candidates` it is
    package init(_ candidates: [Candidate], index: Int, prediction: Prediction, score: Double) {
        self.candidates = candidates
        self.index = index
        self.prediction = prediction
        self.score = score
    }

    package var row: ModelRow { candidates[index].row }
}

/// What a call of a candidate is expected to be like.
package struct Prediction: Sendable, Hashable {
    /// Expected cost; nil when the price is not known.
    package var cost: NanoUSD?
    /// Cost when the answer reaches its limit; nil when the price is not known.
    package var worstCost: NanoUSD?
    package var firstTokenMilliseconds: Double
    /// The median of the whole time, with what failures are expected to add to it.
    package var totalMilliseconds: Double
    /// Its 95th hundredth.
    package var slowMilliseconds: Double
    /// From 0 to 1, of an answer that comes, and how far off that may be (a standard deviation).
    package var quality: Double
    package var qualityDeviation: Double
    /// The share of calls that are expected to succeed.
    package var success: Double
    /// The weight of the calls that were measured; 0 for none.
    package var calls: Double

    package init(
        cost: NanoUSD?, worstCost: NanoUSD?, firstTokenMilliseconds: Double, totalMilliseconds: Double,
        slowMilliseconds: Double, quality: Double, qualityDeviation: Double, success: Double, calls: Double
    ) {
        self.cost = cost
        self.worstCost = worstCost
        self.firstTokenMilliseconds = firstTokenMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.slowMilliseconds = slowMilliseconds
        self.quality = quality
        self.qualityDeviation = qualityDeviation
        self.success = success
        self.calls = calls
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
        /// Not a server on this machine.
        case notLocal
        /// By a rule of the user's; its place in the settings.
        case rule(String)
        case noImageInput
        /// It does not make what is asked for.
        case output(OutputKind)
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
