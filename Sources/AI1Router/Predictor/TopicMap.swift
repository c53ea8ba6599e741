#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Directions in the space of hashed pieces around which training prompts gather, and how near a prompt is to each.
///
/// The nearness of topic k is exp(40 · cos k) in parts of the sum over all topics, so that nearly all of it goes to the
/// topics that a prompt is clearly nearest to. It gives a linear model what nearest neighbours are good at, without
/// keeping any prompt.
package struct TopicMap: Sendable, Hashable {
    package static let maximumTopics = 64
    /// Pieces that are kept of each direction.
    package static let maximumPieces = 256
    private static let sharpness: Float = 40
    /// Less is taken for nothing.
    private static let smallest: Float = 0.01

    package let count: Int
    /// Where the entries of each bucket begin, and the end of the last.
    let starts: [Int]
    /// The topic of each entry.
    let topics: [UInt8]
    /// What a value in the bucket adds to the cosine with that topic.
    let weights: [Float]

    init(count: Int, starts: [Int], topics: [UInt8], weights: [Float]) {
        self.count = count
        self.starts = starts
        self.topics = topics
        self.weights = weights
    }

    /// - Parameters:
    ///   - directions: for each topic the buckets that it is made of, with their weights
    ///   - buckets: how many buckets there are
    package init(_ directions: [[(bucket: Int, weight: Float)]], buckets: Int) {
        var entries: [(bucket: Int, topic: UInt8, weight: Float)] = []
        for (topic, direction) in directions.enumerated() {
            for piece in direction { entries.append((piece.bucket, UInt8(topic), piece.weight)) }
        }
        entries.sort { ($0.bucket, $0.topic) < ($1.bucket, $1.topic) }
        var starts = [Int](repeating: 0, count: buckets + 1)
        for entry in entries { starts[entry.bucket + 1] += 1 }
        for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
        self.init(
            count: directions.count, starts: starts, topics: entries.map(\.topic), weights: entries.map(\.weight))
    }

    /// No topics.
    package static func none(buckets: Int) -> TopicMap { TopicMap([], buckets: buckets) }

    /// The topics that a prompt is near to, and how near; together at most 1.
    func nearness(buckets: [UInt16], values: [Float]) -> [(topic: Int, value: Float)] {
        guard count > 0 else { return [] }
        var cosines = [Float](repeating: 0, count: count)
        for (bucket, value) in zip(buckets, values) {
            for entry in starts[Int(bucket)]..<starts[Int(bucket) + 1] {
                cosines[Int(topics[entry])] += value * weights[entry]
            }
        }
        let largest = cosines.max() ?? 0
        let parts = cosines.map { exp(Self.sharpness * ($0 - largest)) }
        let sum = parts.reduce(0, +)
        return parts.indices.filter { parts[$0] >= Self.smallest * sum }.map { ($0, parts[$0] / sum) }
    }
}
