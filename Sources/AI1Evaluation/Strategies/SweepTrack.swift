/// A sweep over recorded outcomes, laid out so that it can be walked a thousand times with other weights.
struct SweepTrack: Sendable {
    private let startScores: [Double]
    private let startCosts: [Double]
    private let prompts: [Int32]
    private let scoreSteps: [Double]
    private let costSteps: [Double]
    private let stops: [Int]

    init(_ sweep: Sweep, over table: OutcomeTable) {
        let width = table.models.count
        let start = sweep.start.enumerated().map { $0.offset * width + Int($0.element) }
        startScores = start.map { table.scores[$0] }
        startCosts = start.map { Double(table.costs[$0]) }
        prompts = sweep.changes.map(\.prompt)
        scoreSteps = sweep.changes.map {
            table.scores[Int($0.prompt) * width + Int($0.to)] - table.scores[Int($0.prompt) * width + Int($0.from)]
        }
        // The difference of integers is exact.
        costSteps = sweep.changes.map {
            Double(
                table.costs[Int($0.prompt) * width + Int($0.to)] - table.costs[Int($0.prompt) * width + Int($0.from)])
        }
        stops = sweep.stops
    }

    /// The operating points from the cheapest to the best.
    /// - Parameters:
    ///   - weights: how often each prompt counts
    ///   - total: their sum
    func points(_ weights: [Double], total: Double) -> [OperatingPoint] {
        var points: [OperatingPoint] = []
        points.reserveCapacity(stops.count + 1)
        weights.withUnsafeBufferPointer { weights in
            var cost = 0.0
            var score = 0.0
            var index = 0
            while index < weights.count {
                score += weights[index] * startScores[index]
                cost += weights[index] * startCosts[index]
                index += 1
            }
            points.append(OperatingPoint(cost: cost / total, quality: score / total))
            index = 0
            for stop in stops {
                while index < stop {
                    let weight = weights[Int(prompts[index])]
                    score += weight * scoreSteps[index]
                    cost += weight * costSteps[index]
                    index += 1
                }
                points.append(OperatingPoint(cost: cost / total, quality: score / total))
            }
        }
        return points
    }
}
