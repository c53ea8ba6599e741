/// Reads the numbers of a predictor and believes none that is out of its bounds.
struct PredictorReader {
    static let short = PredictorError(.length, "the predictor has too few or too many octets")

    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func integer() throws(PredictorError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw Self.short }
        defer { position += 4 }
        return bytes.withUnsafeBytes {
            UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        }
    }

    mutating func numbers(_ count: Int, in bounds: ClosedRange<Float>) throws(PredictorError) -> [Float] {
        guard count <= (bytes.count - position) / 4 else { throw Self.short }
        let start = position
        position += 4 * count
        var isSound = true
        let values = bytes.withUnsafeBytes { buffer in
            [Float](unsafeUninitializedCapacity: count) { values, filled in
                for index in 0..<count {
                    let bits = buffer.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
                    let value = Float(bitPattern: UInt32(littleEndian: bits))
                    // False for what is no number.
                    isSound = isSound && value >= bounds.lowerBound && value <= bounds.upperBound
                    values[index] = value
                }
                filled = count
            }
        }
        guard isSound else { throw PredictorError(.damaged, "the predictor holds a number that makes no sense") }
        return values
    }

    mutating func name() throws(PredictorError) -> String {
        guard position + 2 <= bytes.count else { throw Self.short }
        let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        position += 2
        guard 1...PredictorFile.longestName ~= length, position + length <= bytes.count else { throw Self.short }
        defer { position += length }
        guard let name = String(validating: bytes[position..<position + length], as: UTF8.self) else {
            throw PredictorError(.damaged, "the predictor holds a name that is no UTF-8")
        }
        return name
    }

    mutating func octets(_ count: Int) throws(PredictorError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw Self.short }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func space(buckets: Int) throws(PredictorError) -> FeatureSpace {
        let scales = try numbers(buckets, in: 0...100)
        let count = Int(try integer())
        let entries = Int(try integer())
        guard count <= TopicMap.maximumTopics, entries <= count * TopicMap.maximumPieces else {
            throw PredictorError(.damaged, "the predictor has \(count) topics of \(entries) entries")
        }
        var starts = [0]
        for length in try octets(buckets) { starts.append(starts[starts.count - 1] + Int(length)) }
        let topics = Array(try octets(entries))
        guard starts[buckets] == entries, topics.allSatisfy({ $0 < count }) else {
            throw PredictorError(.damaged, "the predictor's topics do not fit together")
        }
        return FeatureSpace(
            scales: scales,
            topics: TopicMap(
                count: count, starts: starts, topics: topics, weights: try numbers(entries, in: -100...100)))
    }
}
