import AI1TestSupport
import Testing

@testable import AI1History

@Suite struct QuantileSketchTests {
    /// Lengths of time from a fraction of a millisecond to minutes, most of them short.
    private static func values(_ count: Int, seed: UInt64) -> [Double] {
        let random = SeededRandom(seed: seed)
        return (0..<count).map { _ in
            let part = Double(random.next() % 1_000_000) / 1_000_000
            return 0.2 + 200_000 * part * part * part * part
        }
    }

    @Test("every quantile is within three per cent of the value of that rank", arguments: [1, 2, 3] as [UInt64])
    func accuracy(seed: UInt64) throws {
        let values = Self.values(5_000, seed: seed)
        var sketch = QuantileSketch()
        for value in values { sketch.add(value) }
        let sorted = values.sorted()
        for part in [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1] {
            let exact = sorted[max(0, Int((part * 5_000).rounded(.up)) - 1)]
            let found = try #require(sketch.quantile(part))
            #expect(abs(found - exact) <= exact * QuantileSketch.relativeError * 1.000_001, "seed \(seed), \(part)")
        }
        #expect(sketch.weight == 5_000)
    }

    @Test("merged sketches are the sketch of all values")
    func merging() {
        let values = Self.values(1_000, seed: 7)
        var whole = QuantileSketch()
        var parts = [QuantileSketch](repeating: QuantileSketch(), count: 3)
        for (index, value) in values.enumerated() {
            whole.add(value)
            parts[index % 3].add(value)
        }
        var merged = parts[2]
        merged.merge(parts[0])
        merged.merge(parts[1])
        #expect(merged == whole)
    }

    @Test("weights count as that many values")
    func weights() {
        var sketch = QuantileSketch()
        sketch.add(100, weight: 3)
        sketch.add(1_000, weight: 1)
        let median = sketch.quantile(0.5) ?? 0
        #expect(abs(median - 100) <= 3)
        #expect(abs((sketch.quantile(0.9) ?? 0) - 1_000) <= 30)
        sketch.scale(0.5)
        #expect(sketch.weight == 2)
        #expect(sketch.quantile(0.5) == median)
    }

    @Test("what is no length of time does no harm")
    func odd() {
        var sketch = QuantileSketch()
        #expect(sketch.quantile(0.5) == nil)
        sketch.add(.nan)
        sketch.add(5, weight: 0)
        #expect(sketch.quantile(0.5) == nil)
        sketch.add(-4)
        sketch.add(.infinity)
        #expect((sketch.quantile(0) ?? 0) < 0.11)
        #expect((sketch.quantile(1) ?? 0) > 80_000_000)
    }
}
