internal import AI1Router

/// Finds the directions around which prompts gather: k-means on the sphere of hashed pieces, from prompts that stand
/// evenly
/// through the data, so that the same data always gives the same topics.
struct TopicFinder {
    private static let rounds = 10
    /// Prompts that are looked at.
    private static let maximumPrompts = 8_192
    /// Fewer prompts a topic would be single prompts.
    private static let promptsPerTopic = 12

    private let rows: SparseRows
    private let chosen: [Int]
    private let topics: Int
    private var blocks: Int { (topics + 3) / 4 }

    init(_ prompts: [PromptFeatures], scales: [Float]) {
        let space = FeatureSpace(scales: scales, topics: .none(buckets: scales.count))
        let step = max(1, (prompts.count + Self.maximumPrompts - 1) / Self.maximumPrompts)
        let vectors = stride(from: 0, to: prompts.count, by: step).map { index in
            var vector = space.vector(of: prompts[index])
            let first = vector.buckets.firstIndex { Int($0) >= FeatureSpace.reserved } ?? vector.buckets.count
            vector.buckets.removeFirst(first)
            vector.values.removeFirst(first)
            return vector
        }
        rows = SparseRows(vectors, bucketCount: scales.count)
        chosen = Array(0..<rows.count)
        topics = min(TopicMap.maximumTopics, rows.count / Self.promptsPerTopic)
    }

    /// - Throws: `CancellationError`
    func find() throws -> TopicMap {
        guard topics > 1 else { return .none(buckets: rows.bucketCount) }
        var directions = [SIMD4<Float>](repeating: .zero, count: rows.bucketCount * blocks)
        for topic in 0..<topics { place(row: topic * rows.count / topics, on: topic, &directions) }
        for round in 0..<Self.rounds {
            try Task.checkCancellation()
            var cosines = [SIMD4<Float>](repeating: .zero, count: rows.count * blocks)
            rows.multiply(chosen, directions, blocks: blocks, into: &cosines)
            var members = [Int](repeating: 0, count: topics)
            for row in chosen {
                let nearest = self.nearest(cosines, row)
                members[nearest] += 1
                for block in 0..<blocks { cosines[row * blocks + block] = .zero }
                cosines[row * blocks + nearest / 4][nearest % 4] = 1
            }
            directions = [SIMD4<Float>](repeating: .zero, count: directions.count)
            rows.gather(chosen, cosines, blocks: blocks, into: &directions)
            // A topic that nobody is near to begins again at another prompt.
            for topic in 0..<topics where members[topic] == 0 {
                place(row: (topic * rows.count / topics + round + 1) % rows.count, on: topic, &directions)
            }
            normalise(&directions)
        }
        return TopicMap((0..<topics).map { pieces(directions, $0) }, buckets: rows.bucketCount)
    }

    private func place(row: Int, on topic: Int, _ directions: inout [SIMD4<Float>]) {
        for place in rows.starts[row]..<rows.starts[row + 1] {
            directions[Int(rows.buckets[place]) * blocks + topic / 4][topic % 4] = rows.values[place]
        }
    }

    private func nearest(_ cosines: [SIMD4<Float>], _ row: Int) -> Int {
        var best = (topic: 0, cosine: -Float.infinity)
        for topic in 0..<topics {
            let cosine = cosines[row * blocks + topic / 4][topic % 4]
            if cosine > best.cosine { best = (topic, cosine) }
        }
        return best.topic
    }

    private func normalise(_ directions: inout [SIMD4<Float>]) {
        var squares = [SIMD4<Float>](repeating: .zero, count: blocks)
        for index in directions.indices { squares[index % blocks] += directions[index] * directions[index] }
        let factors = squares.map { (1 / $0.squareRoot()).replacing(with: 0, where: $0 .<= 0) }
        for index in directions.indices { directions[index] *= factors[index % blocks] }
    }

    /// The largest parts of a direction.
    private func pieces(_ directions: [SIMD4<Float>], _ topic: Int) -> [(bucket: Int, weight: Float)] {
        let all = (0..<rows.bucketCount).map { ($0, directions[$0 * blocks + topic / 4][topic % 4]) }.filter {
            $0.1 != 0
        }
        return all.sorted { ($1.1.magnitude, $0.0) < ($0.1.magnitude, $1.0) }.prefix(TopicMap.maximumPieces)
            .map { (bucket: $0.0, weight: $0.1) }
    }
}
