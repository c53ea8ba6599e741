internal import AI1Core

/// Now and then another candidate than the best is asked, in order to learn about it: Thompson sampling within bounds.
///
/// With a chance of `share`, a value is drawn from what is believed of each eligible candidate's quality and success, and the one
/// whose drawing scores best is asked. Eligible are the best `candidateLimit` by score whose expected cost is at most
/// `costFactor` times the best one's. As beliefs narrow, the drawings agree with the means, and fewer are explored.
struct Exploration {
    /// So many of the best may be tried.
    static let candidateLimit = 12

    let bounds: RoutePreferences.Exploration
    let scale: Scale
    let expectations: (Entry) -> Expectation

    /// - Parameter sorted: the best first
    /// - Returns: the place in `sorted` of the one to ask; nil for the best
    func choice(among sorted: EntryOrder) -> Int? {
        guard bounds.share > 0, sorted.count > 1 else { return nil }
        var random = RouteRandom(seed: bounds.seed)
        guard random.uniform() < bounds.share else { return nil }
        var best: (place: Int, score: Double)?
        for (place, entry) in sorted.prefix(Self.candidateLimit).enumerated() {
            guard place == 0 || isAffordable(entry, beside: sorted[0]) else { continue }
            let expectation = expectations(entry)
            let score = scale.score(
                of: entry, quality: expectation.quality.sample(&random), success: expectation.success.sample(&random))
            if best.map({ score > $0.score }) ?? true { best = (place, score) }
        }
        return best.flatMap { $0.place == 0 ? nil : $0.place }
    }

    private func isAffordable(_ entry: Entry, beside best: Entry) -> Bool {
        if entry.cost <= best.cost { return true }
        guard entry.cost != .max, best.cost != .max else { return false }
        return Double(entry.cost) <= Double(best.cost) * bounds.costFactor
    }
}
