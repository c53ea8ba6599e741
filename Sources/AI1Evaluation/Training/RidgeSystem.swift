/// The normal equations of ridge regression, `(XᵀMX + penalty · 1) W = B`, for many columns at once: X the rows of
/// prompts,
/// M which outcomes there are. Solved by conjugate gradients with the diagonal as preconditioner, so that the matrix
/// itself, of bucket by bucket, is never made.
struct RidgeSystem: Sendable {
    /// Steps at most; text features take ten to twenty.
    static let maximumSteps = 60
    /// The residual's norm in parts of the right side's at which a column is solved.
    static let tolerance: Float = 1e-3

    let rows: SparseRows
    /// The rows that take part.
    let active: [Int]
    /// Columns in fours.
    let blocks: Int
    /// 1 where there is an outcome, 0 where not, beside the rows; nil when nothing is missing.
    let mask: [SIMD4<Float>]?
    private let energy: [Float]

    init(rows: SparseRows, active: [Int], blocks: Int, mask: [SIMD4<Float>]?) {
        self.rows = rows
        self.active = active
        self.blocks = blocks
        self.mask = mask
        energy = rows.energy(of: active)
    }

    /// - Parameters:
    ///   - right: `blocks` for each bucket
    ///   - start: where to begin, of the same form
    /// - Throws: `CancellationError`
    func solve(_ right: [SIMD4<Float>], penalty: Float, start: [SIMD4<Float>]) throws -> [SIMD4<Float>] {
        var weights = start
        var residual = right
        let first = applied(to: weights, penalty)
        for index in residual.indices { residual[index] -= first[index] }
        var scaled = conditioned(residual, penalty)
        var direction = scaled
        var product = dot(residual, scaled)
        let goal = dot(right, conditioned(right, penalty)).map { $0 * Self.tolerance * Self.tolerance }
        for _ in 0..<Self.maximumSteps {
            try Task.checkCancellation()
            if zip(product, goal).allSatisfy({ all($0 .<= $1) }) { break }
            let image = applied(to: direction, penalty)
            let step = ratio(product, dot(direction, image))
            update(&weights, step, direction)
            update(&residual, step.map { -$0 }, image)
            scaled = conditioned(residual, penalty)
            let next = dot(residual, scaled)
            let factor = ratio(next, product)
            for index in direction.indices {
                direction[index] = scaled[index] + factor[index % blocks] * direction[index]
            }
            product = next
        }
        return weights
    }

    /// The right side that belongs to targets, which are zero where there is no outcome.
    func right(_ targets: [SIMD4<Float>]) -> [SIMD4<Float>] {
        var result = [SIMD4<Float>](repeating: .zero, count: rows.bucketCount * blocks)
        rows.gather(active, targets, blocks: blocks, into: &result)
        return result
    }

    private func applied(to weights: [SIMD4<Float>], _ penalty: Float) -> [SIMD4<Float>] {
        var seen = [SIMD4<Float>](repeating: .zero, count: rows.count * blocks)
        rows.multiply(active, weights, blocks: blocks, into: &seen)
        if let mask {
            for row in active {
                for index in row * blocks..<(row + 1) * blocks { seen[index] *= mask[index] }
            }
        }
        var result = weights
        for index in result.indices { result[index] *= penalty }
        rows.gather(active, seen, blocks: blocks, into: &result)
        return result
    }

    private func conditioned(_ values: [SIMD4<Float>], _ penalty: Float) -> [SIMD4<Float>] {
        var result = values
        for bucket in energy.indices {
            let factor = 1 / (energy[bucket] + penalty)
            for index in bucket * blocks..<(bucket + 1) * blocks { result[index] *= factor }
        }
        return result
    }

    private func dot(_ left: [SIMD4<Float>], _ right: [SIMD4<Float>]) -> [SIMD4<Float>] {
        var sums = [SIMD4<Float>](repeating: .zero, count: blocks)
        for index in left.indices { sums[index % blocks] += left[index] * right[index] }
        return sums
    }

    private func update(_ values: inout [SIMD4<Float>], _ factors: [SIMD4<Float>], _ by: [SIMD4<Float>]) {
        for index in values.indices { values[index] += factors[index % blocks] * by[index] }
    }

    /// Zero where the divisor is not above zero: such a column is solved.
    private func ratio(_ left: [SIMD4<Float>], _ right: [SIMD4<Float>]) -> [SIMD4<Float>] {
        zip(left, right).map { left, right in
            (left / right).replacing(with: 0, where: right .<= 0)
        }
    }
}
