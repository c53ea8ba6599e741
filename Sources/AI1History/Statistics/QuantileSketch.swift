#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A distribution of lengths of time in buckets whose bounds grow by a fixed ratio, as in DDSketch (Masson, Rim, Lee, 2019):
/// every quantile that it gives is within 3 % of a value that has that rank. Weights need not be whole. Two sketches
/// merge to exactly the sketch of all values.
struct QuantileSketch: Sendable, Hashable {
    struct Bucket: Sendable, Hashable {
        var index: Int16
        var weight: Double
    }

    /// The relative error of a quantile.
    static let relativeError = 0.03
    /// Lengths outside are counted as the nearest inside: a tenth of a millisecond to a day.
    static let range = 0.1...86_400_000.0
    /// A bucket that weighs less is dropped: it cannot be seen in any quantile.
    private static let lightest = 1e-4

    private static let gamma = (1 + relativeError) / (1 - relativeError)
    private static let logGamma = log(gamma)

    /// In rising order of index.
    private(set) var buckets: [Bucket] = []
    /// The weight of all values.
    private(set) var weight = 0.0

    init() {}

    /// Buckets as they were stored, in rising order of index.
    init(buckets: [Bucket]) {
        self.buckets = buckets
        weight = buckets.reduce(0) { $0 + $1.weight }
    }

    /// - Parameter milliseconds: what is not a number is left out
    mutating func add(_ milliseconds: Double, weight added: Double = 1) {
        guard !milliseconds.isNaN, added > 0 else { return }
        insert(Bucket(index: Self.index(milliseconds), weight: added))
    }

    mutating func merge(_ other: QuantileSketch) {
        for bucket in other.buckets { insert(bucket) }
    }

    /// Multiplies all weights.
    mutating func scale(_ factor: Double) {
        guard factor != 1 else { return }
        var sum = 0.0
        for index in buckets.indices {
            buckets[index].weight *= factor
            sum += buckets[index].weight
        }
        weight = sum
        guard buckets.contains(where: { $0.weight < Self.lightest }) else { return }
        buckets.removeAll { $0.weight < Self.lightest }
        weight = buckets.reduce(0) { $0 + $1.weight }
    }

    /// The smallest value that at least this part of the weight does not exceed; nil without values.
    /// - Parameter part: from 0 to 1
    func quantile(_ part: Double) -> Double? {
        guard weight > 0, let last = buckets.last else { return nil }
        // A rank that sums of weights just miss by rounding is reached.
        let rank = part * weight * (1 - 1e-9)
        var sum = 0.0
        for bucket in buckets {
            sum += bucket.weight
            if sum >= rank { return Self.value(bucket.index) }
        }
        return Self.value(last.index)
    }

    private mutating func insert(_ bucket: Bucket) {
        weight += bucket.weight
        // Bisection: there are some dozens.
        var low = 0
        var high = buckets.count
        while low < high {
            let middle = (low + high) / 2
            if buckets[middle].index < bucket.index { low = middle + 1 } else { high = middle }
        }
        if low < buckets.count, buckets[low].index == bucket.index {
            buckets[low].weight += bucket.weight
        } else {
            buckets.insert(bucket, at: low)
        }
    }

    private static func index(_ milliseconds: Double) -> Int16 {
        let clamped = min(max(milliseconds, range.lowerBound), range.upperBound)
        return Int16((log(clamped) / logGamma).rounded(.up))
    }

    /// The value between the bucket's bounds from which both are equally far in ratio.
    private static func value(_ index: Int16) -> Double { 2 * pow(gamma, Double(index)) / (gamma + 1) }
}
