#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How the features of a prompt become the vector that a predictor's weights belong to.
///
/// Buckets: 0 to 63 plain marks, as they are; 64 to 127 topics; from 128 on hashed pieces, multiplied by the weight of
/// their bucket and then, all together, brought to length 1, so that long and short prompts speak equally loud.
package struct FeatureSpace: Sendable, Hashable {
    /// Where hashed pieces begin.
    package static let reserved = PlainMarks.buckets + TopicMap.maximumTopics

    /// The weight of each bucket.
    package let scales: [Float]
    package let topics: TopicMap

    package init(scales: [Float], topics: TopicMap) {
        self.scales = scales
        self.topics = topics
    }

    /// A sparse vector; no bucket stands twice.
    package struct Vector: Sendable, Hashable {
        package var buckets: [UInt16]
        package var values: [Float]
    }

    package func vector(of features: PromptFeatures) -> Vector {
        var vector = Vector(buckets: features.buckets, values: features.values)
        let first = features.buckets.firstIndex { Int($0) >= Self.reserved } ?? features.buckets.count
        var square: Float = 0
        for index in first..<vector.values.count {
            vector.values[index] *= scales[Int(vector.buckets[index])]
            square += vector.values[index] * vector.values[index]
        }
        guard square > 0 else { return vector }
        let factor = 1 / square.squareRoot()
        for index in first..<vector.values.count { vector.values[index] *= factor }
        for near in topics.nearness(buckets: vector.buckets, values: vector.values) {
            vector.buckets.append(UInt16(PlainMarks.buckets + near.topic))
            vector.values.append(near.value)
        }
        return vector
    }

    /// The weights of the buckets: the logarithm of n + 1 over k + 1, for a bucket in which k of n prompts have
    /// something,
    /// or its root, which lets frequent pieces speak more.
    package static func scales(of prompts: [PromptFeatures], bucketBits: Int, isRoot: Bool) -> [Float] {
        var counts = [Int](repeating: 0, count: 1 << bucketBits)
        for prompt in prompts {
            for bucket in prompt.buckets { counts[Int(bucket)] += 1 }
        }
        return counts.indices.map { index in
            guard index >= reserved else { return 1 }
            let weight = log(Float(prompts.count + 1) / Float(counts[index] + 1))
            return isRoot ? weight.squareRoot() : weight
        }
    }
}
