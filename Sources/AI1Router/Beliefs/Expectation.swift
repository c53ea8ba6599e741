internal import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What is believed of one candidate at one request: what the catalogue says, moved by what was measured.
///
/// - quality: prior of the catalogue for the task ^ (2 · difficulty), or what the trained predictor says of the prompt,
///   worth `qualityWeight` ratings (the predictor as many as its deviation is worth), moved by ratings and other signals
/// - success: 0.97, worth ten calls, moved by the calls that succeeded and failed
/// - speed: the catalogue's typical one, worth `speedWeight` calls, and the measured median, mixed in the logarithm. The whole time
///   follows from the time to the first token and the rate; where no rate could be measured, since answers came at once, it
///   is mixed with the measured median of the whole time
struct Expectation {
    static let qualityWeight = 4.0
    static let usualSuccess = 0.97
    private static let successWeight = 10.0
    private static let speedWeight = 3.0
    /// A 95th hundredth beside the median, before anything was measured.
    private static let usualSpread = 2.5
    /// How few and how many ratings a predictor's word can be worth.
    private static let predictorWeights = 1.0...50.0

    let quality: Belief
    let success: Belief
    let firstTokenMilliseconds: Double
    let tokensPerSecond: Double
    /// The measured median of the whole time and its weight, where it says more than the rate does.
    private let wholeTime: TargetStatistics.Quantiles?
    /// The 95th hundredth of the whole time as a multiple of its median.
    let spread: Double

    init(_ candidate: UnsafePointer<Candidate>, _ features: RequestFeatures) {
        // Field by field: a copy of the statistics of five thousand candidates costs more than all the rest.
        quality = Self.quality(candidate, features)
        success = Belief(
            mean: Self.usualSuccess, weight: Self.successWeight, good: candidate.pointee.measured?.successes ?? 0,
            bad: candidate.pointee.measured?.failures ?? 0)
        let typical = candidate.pointee.speed
        firstTokenMilliseconds = Self.mixed(
            typical.firstTokenMilliseconds, candidate.pointee.measured?.firstToken?.p50,
            weight: candidate.pointee.measured?.firstToken?.weight)
        tokensPerSecond = Self.mixed(
            typical.tokensPerSecond, candidate.pointee.measured?.tokensPerSecond,
            weight: candidate.pointee.measured?.speedWeight)
        let hasRate =
            (candidate.pointee.measured?.speedWeight ?? 0) * 2 >= (candidate.pointee.measured?.total?.weight ?? 0)
        wholeTime = hasRate ? nil : candidate.pointee.measured?.total
        if let total = candidate.pointee.measured?.total, total.p50 > 0, total.p95 >= total.p50, total.p95.isFinite {
            spread = Self.mixed(Self.usualSpread, total.p95 / total.p50, weight: total.weight)
        } else {
            spread = Self.usualSpread
        }
    }

    /// The whole time of an answer of so many tokens in milliseconds, without failures.
    func milliseconds(output: Int64) -> Double {
        let writing = tokensPerSecond > 0 ? Double(output) * 1_000 / tokensPerSecond : .infinity
        return Self.mixed(firstTokenMilliseconds + writing, wholeTime?.p50, weight: wholeTime?.weight)
    }

    private static func quality(
        _ candidate: UnsafePointer<Candidate>, _ features: RequestFeatures
    ) -> Belief {
        let good = candidate.pointee.measured?.good ?? 0
        let bad = candidate.pointee.measured?.bad ?? 0
        if let predicted = candidate.pointee.predicted {
            let mean = min(max(predicted.quality, 0.01), 0.99)
            let variance = predicted.deviation * predicted.deviation
            let worth = variance > 0 ? mean * (1 - mean) / variance - 1 : qualityWeight
            let weight = min(max(worth, predictorWeights.lowerBound), predictorWeights.upperBound)
            return Belief(mean: mean, weight: weight, good: good, bad: bad)
        }
        let prior = candidate.pointee.row.quality.byTask[features.task] ?? candidate.pointee.row.quality.overall
        let difficulty = features.difficulty.isFinite ? min(max(features.difficulty, 0), 1) : 0.5
        let mean = pow(prior.isFinite ? min(max(prior, 0), 1) : 0, 2 * difficulty)
        return Belief(mean: mean, weight: qualityWeight, good: good, bad: bad)
    }

    /// A typical and a measured value, as their weights say; the typical one when nothing sensible was measured.
    private static func mixed(_ typical: Double, _ measured: Double?, weight: Double?) -> Double {
        guard let measured, let weight, measured > 0, weight > 0, measured.isFinite, weight.isFinite else {
            return typical
        }
        guard typical > 0, typical.isFinite else { return measured }
        let share = weight / (weight + speedWeight)
        return exp((1 - share) * log(typical) + share * log(measured))
    }
}
