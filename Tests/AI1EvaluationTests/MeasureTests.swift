import AI1Evaluation
import AI1TestSupport
import Testing

@Suite("Curves and intervals")
struct MeasureTests {
    private func points(_ pairs: [(Double, Double)]) -> [OperatingPoint] {
        pairs.map { OperatingPoint(cost: $0.0, quality: $0.1) }
    }

    @Test("An envelope is concave, never falls, and passes over no point")
    func envelope() {
        let random = SeededRandom(seed: 5)
        func number() -> Double { Double(random.next() % 1_000) / 1_000 }
        for _ in 0..<200 {
            let given = points((0..<12).map { _ in (number(), number()) })
            let corners = Envelope(given).corners
            let slopes = zip(corners, corners.dropFirst()).map { ($1.quality - $0.quality) / ($1.cost - $0.cost) }
            #expect(slopes.allSatisfy { $0 > 0 } && zip(slopes, slopes.dropFirst()).allSatisfy { $0 > $1 })
            for point in given {
                let left = corners.last { $0.cost <= point.cost }
                let right = corners.first { $0.cost > point.cost }
                guard let left else { continue }
                let height =
                    right.map {
                        left.quality + ($0.quality - left.quality) * (point.cost - left.cost) / ($0.cost - left.cost)
                    } ?? left.quality
                #expect(point.quality <= height + 1e-12)
            }
        }
    }

    @Test("An area counts only between its two costs, with nothing below the cheapest point")
    func area() {
        // Nothing up to 2, then a line from 0.4 to 0.8 at 4, then flat to 6: (0 + 2 · 0.6 + 2 · 0.8) / 5.
        let envelope = Envelope(points([(2, 0.4), (4, 0.8), (9, 0.8)]))
        let area = envelope.area(from: 1, to: 6) ?? 0
        #expect((area - 0.56).magnitude < 1e-12)
        // Inside one line: its middle.
        #expect(((envelope.area(from: 2.5, to: 3.5) ?? 0) - 0.6).magnitude < 1e-12)
        #expect(envelope.area(from: 3, to: 3) == nil)
    }

    @Test("Percentiles are linear between neighbours, and too many undefined values give none")
    func interval() {
        let values = (0...100).map(Double.init)
        #expect(Interval(of: values.reversed()) == Interval(low: 2.5, high: 97.5))
        #expect(Interval(of: values + [.nan, .nan, .nan]) == Interval(low: 2.5, high: 97.5))
        #expect(Interval(of: values + [Double](repeating: .nan, count: 20)) == nil)
        #expect(Interval(of: []) == nil)
    }

    @Test("The same seed draws the same resamples, in whatever order, and another seed others")
    func seeds() {
        func draw(_ seed: UInt64, _ index: Int) -> [Double] {
            var weights = [Double](repeating: 9, count: 50)
            Resampling(seed: seed, prompts: 50).weights(index, into: &weights)
            return weights
        }
        let first = draw(7, 3)
        #expect(first.reduce(0, +) == 50 && first.contains(0))
        #expect(draw(7, 4) != first && draw(8, 3) != first && draw(7, 3) == first)
    }

    @Test("Intervals of a mean hold the truth about as often as they say")
    func coverage() {
        // Scores of 0 and 1 with the chance 0.3, a hundred prompts, three hundred worlds.
        let random = SeededRandom(seed: 11)
        var hits = 0
        for world in 0..<300 {
            let scores = (0..<100).map { _ in random.next() % 10 < 3 ? 1.0 : 0.0 }
            let resampling = Resampling(seed: UInt64(world), prompts: 100)
            var weights = [Double](repeating: 0, count: 100)
            let means = (0..<200).map { index in
                resampling.weights(index, into: &weights)
                return zip(weights, scores).reduce(0) { $0 + $1.0 * $1.1 } / 100
            }
            if let interval = Interval(of: means), interval.low <= 0.3, interval.high >= 0.3 { hits += 1 }
        }
        // 95 % of 300 is 285; the percentile method falls a little short at this size.
        #expect(270...297 ~= hits, "\(hits)")
    }
}
