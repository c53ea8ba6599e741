internal import AI1Core

/// One sentence for a person: why the first candidate was chosen. It says only what the predictions bear out.
struct Summary {
    /// From this share of the best quality on, quality is called close to it.
    static let closeQuality = 0.9
    /// A model's name tells it apart if no other of the best has the same.
    static let comparedNames = 100

    let candidates: UnsafeBufferPointer<Candidate>
    /// Best first.
    let ranked: EntryOrder

    func sentence(objective: Objective, keepsOrder: Bool, explores: Bool, rejected: [Rejection]) -> String {
        guard let chosen = ranked.first else { return Self.none(rejected) }
        let name = title(chosen)
        if explores, ranked.count > 1 {
            return "\(name): tried in order to learn about it; \(title(ranked[1])) is expected to serve better."
        }
        if ranked.count == 1 { return "\(name): the only one that may serve." }
        if keepsOrder {
            let isFirst = chosen.index == candidates.startIndex
            return "\(name): \(isFirst ? "as asked for" : "the first that may serve of those asked for")."
        }
        switch objective {
        case .cheapest:
            if chosen.cost == .max { return "\(name): no candidate's price is known." }
            if chosen.cost == 0 { return "\(name): costs nothing." }
            return "\(name): no other is expected to cost less."
        case .fastest: return "\(name): no other is expected to finish sooner."
        case .best: return "\(name): no other is expected to answer better."
        case .balanced: return "\(name): \(balance(chosen))."
        }
    }

    private func balance(_ chosen: Entry) -> String {
        // The best in quality; among equals the cheapest, then the first in the ranking.
        var best = chosen
        for other in ranked where other.worth >= best.worth {
            if other.worth > best.worth || other.cost < best.cost { best = other }
        }
        if best.worth <= chosen.worth {
            let isCheapest = chosen.cost != .max && !ranked.contains { $0.cost < chosen.cost }
            return isCheapest ? "the best quality, and none costs less" : "no other is expected to answer better"
        }
        let isClose = chosen.worth >= Self.closeQuality * best.worth
        let quality = isClose ? "quality is close to the best" : "less quality than \(title(best))"
        if let price = Self.price(chosen.cost, beside: best.cost) {
            return quality + (isClose ? " at " : ", but at ") + price
        }
        let (time, slower) = (chosen.totalMilliseconds, best.totalMilliseconds)
        if time * 2 < slower {
            return quality + (isClose ? " in less than half the time" : ", but in less than half the time")
        }
        if time < slower { return quality + (isClose ? " in less time" : ", but in less time") }
        return "the best balance of quality, cost and speed"
    }

    /// How a price compares with a dearer one, in words; nil when it is not lower or either is not known.
    private static func price(_ cost: Int64, beside dearer: Int64) -> String? {
        guard cost < dearer, dearer != .max else { return nil }
        if cost == 0 { return "no cost" }
        let ratio = Double(cost) / Double(dearer)
        if ratio < 0.1 { return "less than a tenth of the price" }
        if ratio < 0.25 { return "less than a quarter of the price" }
        if ratio < 0.5 { return "less than half the price" }
        return "a lower price"
    }

    /// The model's own name, or the full one when that would name another provider or several.
    private func title(_ entry: Entry) -> String {
        let name = candidates[entry.index].row.name
        let isShared = ranked.prefix(Self.comparedNames).contains {
            $0.index != entry.index && candidates[$0.index].row.name.model == name.model
        }
        return isShared || name.model.contains("/") ? name.description : name.model
    }

    private static func none(_ rejected: [Rejection]) -> String {
        if rejected.isEmpty { return "There are no candidates." }
        var counts: [(words: String, count: Int)] = []
        for rejection in rejected {
            let words = words(rejection.reason)
            if let index = counts.firstIndex(where: { $0.words == words }) {
                counts[index].count += 1
            } else {
                counts.append((words, 1))
            }
        }
        counts.sort { ($1.count, $0.words) < ($0.count, $1.words) }
        return "No candidate may serve: " + counts.map { "\($0.count) \($0.words)" }.joined(separator: ", ") + "."
    }

    private static func words(_ reason: Rejection.Reason) -> String {
        switch reason {
        case .noKey: "without a key"
        case .disabled: "switched off"
        case .cooling: "cooling down"
        case .missing: "not known to their provider"
        case .provider: "at other providers"
        case .excluded: "excluded"
        case .notLocal: "not on this machine"
        case .rule: "kept out by a rule"
        case .noImageInput: "without image input"
        case .output(let kind): "for something else than \(kind.rawValue)"
        case .noTools: "without tools"
        case .noSchema: "without schemas"
        case .window: "with too small a window"
        case .cost: "too dear"
        case .unknownPrice: "of unknown price"
        case .latency: "too slow"
        case .deprecated: "deprecated"
        }
    }
}
