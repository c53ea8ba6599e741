/// A strategy's way from its cheapest choices to its best: which model each prompt starts with, and in which order
/// prompts
/// change to another one as more may be spent.
struct Sweep: Sendable {
    /// Operating points that are looked at, beside the first: of a longer way every so many changes.
    static let maximumStops = 512

    /// One prompt goes over from a model to another.
    struct Change: Sendable, Hashable {
        var prompt: Int32
        var from: Int32
        var to: Int32
    }

    /// The model of every prompt while nothing more than needed is spent.
    private(set) var start: [Int32]
    private(set) var changes: [Change]
    /// After how many changes an operating point stands, rising; changes that nothing tells apart happen together.
    private(set) var stops: [Int]

    /// The model that takes most value for money at every price of money: `quality − price · cost` is largest. At a
    /// price of
    /// nothing that is the best, at an endless price the cheapest; what is equal goes to the cheaper, the better, the
    /// first.
    init(_ expected: Expectations) {
        start = []
        start.reserveCapacity(expected.prompts)
        var found: [(slope: Double, change: Change)] = []
        var hull: [Int] = []
        for prompt in 0..<expected.prompts {
            Self.hull(expected, prompt, into: &hull)
            start.append(Int32(hull[0]))
            for (from, to) in zip(hull, hull.dropFirst()) {
                let (left, right) = (prompt * expected.models + from, prompt * expected.models + to)
                let slope =
                    (expected.quality[right] - expected.quality[left]) / (expected.cost[right] - expected.cost[left])
                found.append((slope, Change(prompt: Int32(prompt), from: Int32(from), to: Int32(to))))
            }
        }
        found.sort { ($1.slope, $0.change.prompt) < ($0.slope, $1.change.prompt) }
        changes = found.map(\.change)
        stops = Self.thinned(found.indices.filter { $0 + 1 == found.count || found[$0].slope != found[$0 + 1].slope })
    }

    /// Up a ladder of models, on each step the prompts of the largest rank first.
    /// - Parameters:
    ///   - ladder: models from the cheapest to the best
    ///   - ranks: one for each prompt
    init(ladder: [Int], ranks: [Double]) {
        start = [Int32](repeating: Int32(ladder[0]), count: ranks.count)
        changes = []
        var ends: [Int] = []
        let order = ranks.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
        for (from, to) in zip(ladder, ladder.dropFirst()) {
            for (place, prompt) in order.enumerated() {
                changes.append(Change(prompt: Int32(prompt), from: Int32(from), to: Int32(to)))
                if place + 1 == order.count || ranks[order[place + 1]] != ranks[prompt] {
                    ends.append(changes.count - 1)
                }
            }
        }
        stops = Self.thinned(ends)
    }

    /// Numbers of changes out of the places of last changes, at most so many, the last always among them.
    private static func thinned(_ places: [Int]) -> [Int] {
        guard places.count > maximumStops else { return places.map { $0 + 1 } }
        return (1...maximumStops).map { places[$0 * places.count / maximumStops - 1] + 1 }
    }

    /// The models of a prompt that are best at some price, from the cheapest to the best.
    private static func hull(_ expected: Expectations, _ prompt: Int, into hull: inout [Int]) {
        let base = prompt * expected.models
        let (quality, cost) = (expected.quality, expected.cost)
        hull.removeAll(keepingCapacity: true)
        let order = (0..<expected.models).sorted {
            (cost[base + $0], quality[base + $1], $0) < (cost[base + $1], quality[base + $0], $1)
        }
        for model in order {
            if let last = hull.last, quality[base + model] <= quality[base + last] { continue }
            while hull.count >= 2 {
                let (left, middle) = (base + hull[hull.count - 2], base + hull[hull.count - 1])
                let rise = (quality[middle] - quality[left]) * (cost[base + model] - cost[left])
                guard rise <= (quality[base + model] - quality[left]) * (cost[middle] - cost[left]) else { break }
                hull.removeLast()
            }
            hull.append(model)
        }
    }
}
