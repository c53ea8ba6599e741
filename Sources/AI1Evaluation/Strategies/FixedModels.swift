/// The fixed models of a table: their means, and which of them bound the costs.
struct FixedModels: Sendable {
    /// One for each model.
    let points: [OperatingPoint]
    /// Exact sums in pico-US-dollars.
    let totals: [Int128]
    let cheapest: Int
    let dearest: Int
    let best: Int

    init(_ table: OutcomeTable) {
        let width = table.models.count
        var totals = [Int128](repeating: 0, count: width)
        for index in table.costs.indices { totals[index % width] += Int128(table.costs[index]) }
        let weights = [Double](repeating: 1, count: table.prompts.count)
        points = Self.points(table, weights, total: Double(table.prompts.count))
        self.totals = totals
        let (points, order) = (self.points, Array(0..<width))
        // What is equal goes to the better, the cheaper, the first.
        cheapest = order.min { (totals[$0], points[$1].quality) < (totals[$1], points[$0].quality) } ?? 0
        dearest = order.max { totals[$0] < totals[$1] } ?? 0
        best = order.min { (points[$1].quality, totals[$0]) < (points[$0].quality, totals[$1]) } ?? 0
    }

    /// Models from the cheapest to the best that no mixture of others passes.
    var ladder: [Int] {
        Envelope(points).corners.map { corner in points.firstIndex(of: corner) ?? cheapest }
    }

    /// The weighted means of every model.
    static func points(_ table: OutcomeTable, _ weights: [Double], total: Double) -> [OperatingPoint] {
        let width = table.models.count
        var scores = [Double](repeating: 0, count: width)
        var costs = scores
        var cell = 0
        table.scores.withUnsafeBufferPointer { tableScores in
            table.costs.withUnsafeBufferPointer { tableCosts in
                for weight in weights {
                    if weight == 0 {
                        cell += width
                        continue
                    }
                    var model = 0
                    while model < width {
                        scores[model] += weight * tableScores[cell]
                        costs[model] += weight * Double(tableCosts[cell])
                        cell += 1
                        model += 1
                    }
                }
            }
        }
        return (0..<width).map { OperatingPoint(cost: costs[$0] / total, quality: scores[$0] / total) }
    }
}
