internal import AI1Router

/// The scaled features of many prompts, one after another.
struct SparseRows: Sendable {
    /// Where each prompt's values begin, and the end of the last.
    let starts: [Int]
    let buckets: [UInt16]
    let values: [Float]
    let bucketCount: Int

    init(_ prompts: [PromptFeatures], scales: [Float]) {
        var starts = [0]
        var buckets: [UInt16] = []
        var values: [Float] = []
        buckets.reserveCapacity(prompts.reduce(0) { $0 + $1.buckets.count })
        values.reserveCapacity(buckets.capacity)
        for prompt in prompts {
            buckets += prompt.buckets
            values += FeatureScale.scaled(prompt, by: scales)
            starts.append(buckets.count)
        }
        self.starts = starts
        self.buckets = buckets
        self.values = values
        bucketCount = scales.count
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
        output.withUnsafeMutableBufferPointer { output in
            weights.withUnsafeBufferPointer { weights in
                each(rows) { row, bucket, value in
                    var block = 0
                    while block < blocks {
                        output[row * blocks + block] += value * weights[bucket * blocks + block]
                        block += 1
                    }
                }
            }
        }
    }

    /// The transpose of `multiply`: adds the values of rows, times what stands at the row, to the buckets.
    func gather(_ rows: [Int], _ input: [SIMD4<Float>], blocks: Int, into output: inout [SIMD4<Float>]) {
        output.withUnsafeMutableBufferPointer { output in
            input.withUnsafeBufferPointer { input in
                each(rows) { row, bucket, value in
                    var block = 0
                    while block < blocks {
                        output[bucket * blocks + block] += value * input[row * blocks + block]
                        block += 1
                    }
                }
            }
        }
    }

    @inline(__always)
    private func each(_ rows: [Int], _ body: (_ row: Int, _ bucket: Int, _ value: Float) -> Void) {
        buckets.withUnsafeBufferPointer { buckets in
            values.withUnsafeBufferPointer { values in
                for row in rows {
                    var place = starts[row]
                    let end = starts[row + 1]
                    while place < end {
                        body(row, Int(buckets[place]), values[place])
                        place += 1
                    }
                }
            }
        }
    }
}
