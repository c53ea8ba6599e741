/// Compares the posterior variance that single buckets give with the exact one, at prompts left out in turn.
struct VarianceProbe {
    /// Exact variance in parts of that from single buckets, on average.
    let spread: Float
    /// The exact variance on average, in parts of the noise.
    let mean: Float

    /// - Throws: `CancellationError`
    init(rows: SparseRows, energy: [Float], penalty: Float, probes: Int) throws {
        let count = min(probes, rows.count)
        let chosen = (0..<count).map { $0 * rows.count / count }
        let blocks = (count + 3) / 4
        var right = [SIMD4<Float>](repeating: .zero, count: rows.bucketCount * blocks)
        for (probe, row) in chosen.enumerated() {
            for place in rows.starts[row]..<rows.starts[row + 1] {
                right[Int(rows.buckets[place]) * blocks + probe / 4][probe % 4] = rows.values[place]
            }
        }
        let system = RidgeSystem(rows: rows, active: Array(0..<rows.count), blocks: blocks, mask: nil)
        let solved = try system.solve(
            right, penalty: penalty, start: [SIMD4<Float>](repeating: .zero, count: right.count))
        var exact = 0.0
        var simple = 0.0
        for (probe, row) in chosen.enumerated() {
            var own = 0.0
            for place in rows.starts[row]..<rows.starts[row + 1] {
                let bucket = Int(rows.buckets[place])
                let square = rows.values[place] * rows.values[place]
                own += Double(rows.values[place] * solved[bucket * blocks + probe / 4][probe % 4])
                simple += Double(square / (max(0, energy[bucket] - square) + penalty))
            }
            // The variance without the prompt itself, by the formula for leaving one out.
            exact += own / max(1 - own, 0.01)
        }
        mean = Float(exact / Double(max(1, count)))
        spread = simple > 0 ? Float(exact / simple) : 1
    }
}
