internal import AI1Router

/// The vectors of many prompts, one after another.
struct SparseRows: Sendable {
    /// Where each prompt's values begin, and the end of the last.
    let starts: [Int]
    let buckets: [UInt16]
    let values: [Float]
    let bucketCount: Int

    init(_ prompts: [FeatureSpace.Vector], bucketCount: Int) {
        var starts = [0]
        var buckets: [UInt16] = []
        var values: [Float] = []
        buckets.reserveCapacity(prompts.reduce(0) { $0 + $1.buckets.count })
        values.reserveCapacity(buckets.capacity)
        for prompt in prompts {
            buckets += prompt.buckets
            values += prompt.values
            starts.append(buckets.count)
        }
        self.starts = starts
        self.buckets = buckets
        self.values = values
        self.bucketCount = bucketCount
    }

    var count: Int { starts.count - 1 }

    /// The sum of squares in each bucket over some rows.
    func energy(of rows: [Int]) -> [Float] {
        var energy = [Float](repeating: 0, count: bucketCount)
        for row in rows {
            for place in starts[row]..<starts[row + 1] { energy[Int(buckets[place])] += values[place] * values[place] }
        }
        return energy
    }

    /// What weights say about some rows: for each row the sums of its values times the weights of their buckets.
    /// - Parameters:
    ///   - weights: `blocks` of four columns for each bucket
    ///   - output: `blocks` for each of all rows; the others are left as they are
    func multiply(_ rows: [Int], _ weights: [SIMD4<Float>], blocks: Int, into output: inout [SIMD4<Float>]) {
        withParts(weights, &output) { buckets, values, weights, output in
            for row in rows {
                var place = starts[row]
                let end = starts[row + 1]
                while place < end {
                    let value = values[place]
                    var from = Int(buckets[place]) * blocks
                    var to = row * blocks
                    let last = to + blocks
                    while to < last {
                        output[to] += value * weights[from]
                        to += 1
                        from += 1
                    }
                    place += 1
                }
            }
        }
    }

    /// The transpose of `multiply`: adds the values of rows, times what stands at the row, to the buckets.
    func gather(_ rows: [Int], _ input: [SIMD4<Float>], blocks: Int, into output: inout [SIMD4<Float>]) {
        withParts(input, &output) { buckets, values, input, output in
            for row in rows {
                var place = starts[row]
                let end = starts[row + 1]
                while place < end {
                    let value = values[place]
                    var to = Int(buckets[place]) * blocks
                    var from = row * blocks
                    let last = from + blocks
                    while from < last {
                        output[to] += value * input[from]
                        to += 1
                        from += 1
                    }
                    place += 1
                }
            }
        }
    }

    /// Buffers without checks: these two loops are where training spends its time.
    private func withParts(
        _ input: [SIMD4<Float>], _ output: inout [SIMD4<Float>],
        _ body: (
            UnsafePointer<UInt16>, UnsafePointer<Float>, UnsafePointer<SIMD4<Float>>, UnsafeMutablePointer<SIMD4<Float>>
        ) -> Void
    ) {
        output.withUnsafeMutableBufferPointer { output in
            input.withUnsafeBufferPointer { input in
                buckets.withUnsafeBufferPointer { buckets in
                    values.withUnsafeBufferPointer { values in
                        guard let buckets = buckets.baseAddress, let values = values.baseAddress,
                            let input = input.baseAddress, let output = output.baseAddress
                        else { return }
                        body(buckets, values, input, output)
                    }
                }
            }
        }
    }
}
