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
}
