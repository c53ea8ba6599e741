/// The most quality that a strategy gives for each cost.
///
/// Between two operating points lies every mixture of them (toss a coin for each prompt), and spending less is always
/// allowed: the envelope is the least concave curve that never falls and has no point above it.
package struct Envelope: Sendable, Hashable {
    /// Its corners, rising in cost and in quality.
    package let corners: [OperatingPoint]

    package init(_ points: [OperatingPoint]) {
        let sorted = points.sorted { ($0.cost, $1.quality) < ($1.cost, $0.quality) }
        var corners: [OperatingPoint] = []
        for point in sorted {
            if let last = corners.last, point.quality <= last.quality { continue }
            while corners.count >= 2, Self.isBelow(corners[corners.count - 1], corners[corners.count - 2], point) {
                corners.removeLast()
            }
            corners.append(point)
        }
        self.corners = corners
    }

    /// Whether the middle of three points lies on or below the line between the others.
    private static func isBelow(_ middle: OperatingPoint, _ left: OperatingPoint, _ right: OperatingPoint) -> Bool {
        (middle.quality - left.quality) * (right.cost - left.cost)
            <= (right.quality - left.quality) * (middle.cost - left.cost)
    }

    /// The mean height over the costs from `low` to `high`. For less than its cheapest corner costs the strategy
    /// answers
    /// nothing, so that its height is 0 there. Nil when the two costs are the same.
    package func area(from low: Double, to high: Double) -> Double? {
        guard high > low else { return nil }
        var sum = 0.0
        for index in corners.indices {
            let corner = corners[index]
            guard index + 1 < corners.count else {
                sum += corner.quality * max(0, high - max(low, corner.cost))
                break
            }
            let next = corners[index + 1]
            let left = max(low, corner.cost)
            let right = min(high, next.cost)
            guard right > left else { continue }
            let slope = (next.quality - corner.quality) / (next.cost - corner.cost)
            let middle = (left + right) / 2
            sum += (corner.quality + slope * (middle - corner.cost)) * (right - left)
        }
        return sum / (high - low)
    }
}
