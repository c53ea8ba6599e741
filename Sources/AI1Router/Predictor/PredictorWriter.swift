/// Writes the numbers of a predictor.
struct PredictorWriter {
    var bytes: [UInt8] = []

    mutating func add(_ value: UInt32) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value >> 16))
        bytes.append(UInt8(truncatingIfNeeded: value >> 24))
    }

    mutating func add(_ value: Float) { add(value.bitPattern) }

    mutating func add(_ values: [Float]) {
        for value in values { add(value) }
    }

    mutating func add(_ space: FeatureSpace) {
        add(space.scales)
        add(UInt32(space.topics.count))
        add(UInt32(space.topics.topics.count))
        for (start, end) in zip(space.topics.starts, space.topics.starts.dropFirst()) {
            bytes.append(UInt8(end - start))
        }
        bytes += space.topics.topics
        add(space.topics.weights)
    }
}
