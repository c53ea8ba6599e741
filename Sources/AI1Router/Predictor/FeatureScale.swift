#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How the values of a prompt's features are brought to one scale: the hashed pieces are multiplied by the weight of their
/// bucket and then, all together, to length 1, so that long and short prompts speak equally loud. Plain marks stay.
package enum FeatureScale {
    /// The scaled values, in the order of the features' buckets.
    package static func scaled(_ features: PromptFeatures, by scales: [Float]) -> [Float] {
        var values = features.values
        var square: Float = 0
        for (index, bucket) in features.buckets.enumerated() where Int(bucket) >= PlainMarks.buckets {
            values[index] *= scales[Int(bucket)]
            square += values[index] * values[index]
        }
        guard square > 0 else { return values }
        let factor = 1 / square.squareRoot()
        for (index, bucket) in features.buckets.enumerated() where Int(bucket) >= PlainMarks.buckets {
            values[index] *= factor
        }
        return values
    }

    /// The weights of the buckets: the root of ln((n + 1) / (k + 1)), of which k of n prompts have something in the bucket.
    package static func scales(of prompts: [PromptFeatures], bucketBits: Int) -> [Float] {
        var counts = [Int](repeating: 0, count: 1 << bucketBits)
        for prompt in prompts {
            for bucket in prompt.buckets { counts[Int(bucket)] += 1 }
        }
        return counts.indices.map { index in
            index < PlainMarks.buckets ? 1 : log(Float(prompts.count + 1) / Float(counts[index] + 1)).squareRoot()
        }
    }
}
