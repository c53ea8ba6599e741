internal import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A belief about a number from 0 to 1: a Beta distribution.
struct Belief: Sendable, Hashable {
    /// The least that either parameter may be, so that there is always something to be learned.
    private static let least = 0.05

    let alpha: Double
    let beta: Double

    /// - Parameters:
    ///   - mean: what is believed before anything is seen, from 0 to 1
    ///   - weight: how many observations that is worth
    ///   - good: the weighted sum of what was seen, and what it lacked to 1
    init(mean: Double, weight: Double, good: Double = 0, bad: Double = 0) {
        let mean = mean.isFinite ? min(max(mean, 0), 1) : 0.5
        alpha = max(mean * weight + Self.usable(good), Self.least)
        beta = max((1 - mean) * weight + Self.usable(bad), Self.least)
    }

    var mean: Double { alpha / (alpha + beta) }

    /// The standard deviation.
    var deviation: Double {
        let sum = alpha + beta
        return (alpha * beta / (sum * sum * (sum + 1))).squareRoot()
    }

    /// A value drawn from the distribution.
    func sample(_ random: inout RouteRandom) -> Double {
        let left = random.gamma(shape: alpha)
        let right = random.gamma(shape: beta)
        return left + right > 0 ? left / (left + right) : mean
    }

    /// Evidence as it may be used: a damaged record must not make nonsense of a decision.
    private static func usable(_ evidence: Double) -> Double {
        evidence.isFinite ? min(max(evidence, 0), 1e9) : 0
    }
}
