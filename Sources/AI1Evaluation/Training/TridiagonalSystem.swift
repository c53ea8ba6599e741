/// Symmetric equations in which each unknown meets only its neighbours: least squares over steps that are linear
/// between.
struct TridiagonalSystem {
    private var diagonal: [Double]
    private var beside: [Double]
    private var right: [Double]

    /// - Parameter diagonal: the penalty on every unknown; above zero, so that there is one solution
    init(count: Int, diagonal: Double) {
        self.diagonal = [Double](repeating: diagonal, count: count)
        beside = [Double](repeating: 0, count: count - 1)
        right = [Double](repeating: 0, count: count)
    }

    /// Adds an observation: `left · x[step] + next · x[step + 1]` should be the target.
    mutating func add(_ step: Int, _ left: Double, _ next: Double, target: Double) {
        diagonal[step] += left * left
        diagonal[step + 1] += next * next
        beside[step] += left * next
        right[step] += left * target
        right[step + 1] += next * target
    }

    /// Elimination without pivots (Thomas), which is stable as the matrix is positive definite.
    func solution() -> [Double] {
        var (diagonal, right) = (diagonal, right)
        for index in 1..<diagonal.count {
            let factor = beside[index - 1] / diagonal[index - 1]
            diagonal[index] -= factor * beside[index - 1]
            right[index] -= factor * right[index - 1]
        }
        for index in stride(from: diagonal.count - 1, through: 0, by: -1) {
            if index + 1 < diagonal.count { right[index] -= beside[index] * right[index + 1] }
            right[index] /= diagonal[index]
        }
        return right
    }
}
