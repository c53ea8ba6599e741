/// A range that holds the middle 95 % of the resampled values.
package struct Interval: Sendable, Hashable {
    package var low: Double
    package var high: Double

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Of the resamples a twentieth may be undefined; beyond that no interval is given.
    private static let undefinedPart = 0.05

    /// The percentiles 2.5 and 97.5 of the values that are numbers, linear between neighbours (Hyndman and Fan, type
    /// 7).
    package init?(of values: [Double]) {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard sorted.count >= 2, Double(values.count - sorted.count) <= Self.undefinedPart * Double(values.count) else {
            return nil
        }
        func percentile(_ part: Double) -> Double {
            let place = part * Double(sorted.count - 1)
            let index = Int(place)
            guard index + 1 < sorted.count else { return sorted[index] }
            return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
        }
        low = percentile(0.025)
        high = percentile(0.975)
    }
}
