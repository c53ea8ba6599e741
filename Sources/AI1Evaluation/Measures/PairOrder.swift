/// Two models and an order of the prompts: the first ones go to the strong model, the rest to the weak one.
///
/// PGR, the part of the gap in quality between the two models that a share of calls to the strong one recovers
/// (RouteLLM, arXiv 2406.18665): PGR(share) = (quality(share) − quality(weak)) / (quality(strong) − quality(weak)).
/// Within a group of prompts that the order does not tell apart it is the expectation over all their orders.
struct PairOrder: Sendable {
    private let prompts: [Int32]
    /// The strong model's score less the weak one's, in that order.
    private let gains: [Double]
    /// Where groups end, rising.
    private let ends: [Int]

    /// - Parameters:
    ///   - preference: prompts with larger numbers go to the strong model first
    ///   - gains: the strong model's score less the weak one's, for each prompt
    init(preference: [Double], gains: [Double]) {
        let order = preference.indices.sorted { (preference[$1], $0) < (preference[$0], $1) }
        prompts = order.map(Int32.init)
        self.gains = order.map { gains[$0] }
        ends = order.indices.filter { $0 + 1 == order.count || preference[order[$0]] != preference[order[$0 + 1]] }
            .map { $0 + 1 }
    }

    /// The corners of PGR over the share of calls, from (0, 0) to (1, 1); nil when the strong model is not the better.
    func curve(_ weights: [Double], total: Double) -> PairCurve? {
        var corners: [PairCurve.Corner] = [.init(share: 0, recovered: 0)]
        corners.reserveCapacity(ends.count + 1)
        var gain = 0.0
        var share = 0.0
        var index = 0
        for end in ends {
            while index < end {
                let weight = weights[Int(prompts[index])]
                gain += weight * gains[index]
                share += weight
                index += 1
            }
            corners.append(.init(share: share / total, recovered: gain))
        }
        guard gain > 0 else { return nil }
        for index in corners.indices { corners[index].recovered /= gain }
        return PairCurve(corners: corners)
    }
}
