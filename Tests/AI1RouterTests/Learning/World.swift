import AI1Core
import AI1Router

/// A world in which every target has a chance of a good answer for each task, and the router can only find out by asking.
struct World {
    static let tasks: [TaskKind] = [.chat, .code, .math, .summary]
    /// Chances of a good answer, at least 0.15 apart. Who has which one at a task is drawn.
    static let chances = [0.9, 0.7, 0.55, 0.4, 0.25]
    static let requests = 2_000

    /// What became of all requests. Rewards are the chances of those that were asked: luck is left out.
    struct Outcome {
        /// What the best target of each task would have got more.
        var regret = 0.0
        /// The same of the last 500 requests, and what the best would have got there.
        var lateReward = 0.0
        var lateBest = 0.0
        var explored = 0
    }

    private let chance: [[Double]]
    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
        var random = SplitMix(state: seed)
        chance = Self.tasks.map { _ in Self.chances.shuffled(using: &random) }
    }

    /// The regret of the one target that is best over all tasks.
    var bestFixedRegret: Double {
        let sums = (0..<Self.chances.count).map { target in
            (0..<Self.requests).reduce(0.0) { $0 + Self.chances[0] - chance[$1 % Self.tasks.count][target] }
        }
        return sums.min() ?? 0
    }

    /// Lets the router decide about all requests, one after the other.
    /// - Parameters:
    ///   - share: the chance that a request explores
    ///   - hasFeedback: whether the router is told how good each answer was
    func run(share: Double, hasFeedback: Bool) -> Outcome {
        var random = SplitMix(state: seed &+ 1_000_003)
        var evidence = Array(
            repeating: Array(repeating: TargetStatistics(), count: Self.chances.count), count: Self.tasks.count)
        var outcome = Outcome()
        for number in 0..<Self.requests {
            let task = number % Self.tasks.count
            let asked = decide(task, evidence[task], share, number, &outcome)
            let reward = chance[task][asked]
            outcome.regret += Self.chances[0] - reward
            if number >= Self.requests - 500 {
                outcome.lateReward += reward
                outcome.lateBest += Self.chances[0]
            }
            guard hasFeedback else { continue }
            let isGood = Double.random(in: 0..<1, using: &random) < reward
            evidence[task][asked].good += isGood ? 1 : 0
            evidence[task][asked].bad += isGood ? 0 : 1
        }
        return outcome
    }

    private func decide(
        _ task: Int, _ evidence: [TargetStatistics], _ share: Double, _ number: Int, _ outcome: inout Outcome
    ) -> Int {
        var preferences = RoutePreferences(objective: .best)
        preferences.exploration.share = share
        // With free exploration no price keeps a target out either.
        if share == 1 { preferences.exploration.costFactor = .infinity }
        preferences.exploration.seed = seed &* 0x9E37_79B9 &+ UInt64(number)
        let candidates = evidence.indices.map { index in
            var candidate = candidate("t\(index)", quality: 0.5)
            candidate.measured = evidence[index]
            return candidate
        }
        let decision = Router.decide(
            features: features(Self.tasks[task]), candidates: candidates, preferences: preferences)
        outcome.explored += decision.explores ? 1 : 0
        return Int(decision.ranked[0].row.name.model.dropFirst()) ?? 0
    }
}

/// A mean with its 95 % interval (Student's t for twenty values is taken as 2.09; for others it is near enough).
struct Interval: CustomStringConvertible {
    let mean: Double
    let low: Double
    let high: Double

    init(_ values: [Double]) {
        let count = Double(values.count)
        let middle = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / max(count - 1, 1)
        let half = 2.09 * (variance / count).squareRoot()
        mean = middle
        low = middle - half
        high = middle + half
    }

    var description: String { "\(Self.round(mean)) [\(Self.round(low)), \(Self.round(high))]" }

    private static func round(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
