internal import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How quality, cost and time become one score from 0 to 1. The scales are fixed, so that a candidate's score does not
/// depend on which others there are.
///
/// - quality: as predicted, less what failures take from it (`Entry.worth`)
/// - cost: 1 up to US$0.00001 a call, 0 from US$1, straight on a logarithmic scale between; free is 1, unknown 0
/// - speed: 1 up to 0.3 s in all, 0 from 120 s, straight on a logarithmic scale between
/// - `cheapest`, `fastest` and `best` show that one; `balanced` the mean by the user's weights (equal ones when none
///   is above zero)
struct Scale {
    private let objective: Objective
    private let quality: Double
    private let cost: Double
    private let speed: Double
    private let costScale = LogarithmicScale(best: 10_000, worst: 1_000_000_000)
    private let timeScale = LogarithmicScale(best: 300, worst: 120_000)

    init(objective: Objective, weights: RoutePreferences.Weights) {
        self.objective = objective
        let usable = [weights.quality, weights.cost, weights.speed].map { $0.isFinite ? min(max($0, 0), 1e9) : 0 }
        let sum = usable.reduce(0, +)
        quality = sum > 0 ? usable[0] / sum : 1.0 / 3
        cost = sum > 0 ? usable[1] / sum : 1.0 / 3
        speed = sum > 0 ? usable[2] / sum : 1.0 / 3
    }

    func score(of entry: Entry) -> Double { score(of: entry, quality: entry.quality, success: entry.success) }

    /// The score that a candidate would have if its quality and its chance of success were these.
    func score(of entry: Entry, quality value: Double, success: Double) -> Double {
        let worth = Entry.worth(quality: value, success: success)
        return switch objective {
        case .cheapest: cheapness(entry.cost)
        case .fastest: timeScale.place(entry.totalMilliseconds)
        case .best: worth
        case .balanced:
            min(
                max(
                    quality * worth + cost * cheapness(entry.cost) + speed * timeScale.place(entry.totalMilliseconds),
                    0), 1)
        }
    }

    private func cheapness(_ nanoUSD: Int64) -> Double { nanoUSD == .max ? 0 : costScale.place(Double(nanoUSD)) }
}

/// From 1 at the best value to 0 at the worst, straight over the logarithm.
private struct LogarithmicScale {
    private let best: Double
    private let worst: Double
    private let slope: Double

    init(best: Double, worst: Double) {
        self.best = best
        self.worst = worst
        slope = 1 / log(worst / best)
    }

    func place(_ value: Double) -> Double {
        if value <= best { return 1 }
        if value >= worst { return 0 }
        return 1 - log(value / best) * slope
    }
}
