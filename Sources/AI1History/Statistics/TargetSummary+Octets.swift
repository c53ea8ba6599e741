/// The form in which a summary stands in its column: one octet of version, the moment, the sums as 64-bit floating-point
/// numbers, then each sketch as the number of its buckets and, for each, its index in 16 bits and its weight as a 32-bit
/// floating-point number. All least octet first.
extension TargetSummary {
    private static let version: UInt8 = 1
    private static let bucketBytes = 6
    private static let sumCount = 9

    /// The octets of the summary.
    var octets: [UInt8] {
        var bytes: [UInt8] = [Self.version]
        bytes.reserveCapacity(96 + Self.bucketBytes * (firstToken.buckets.count + total.buckets.count))
        Self.append(time, to: &bytes)
        for sum in [successes, failures, tokens, seconds, speedWeight, cost, costWeight, good, bad] {
            Self.append(sum.bitPattern, to: &bytes)
        }
        for sketch in [firstToken, total] {
            Self.append(UInt16(clamping: sketch.buckets.count), to: &bytes)
            for bucket in sketch.buckets {
                Self.append(bucket.index, to: &bytes)
                Self.append(Float(bucket.weight).bitPattern, to: &bytes)
            }
        }
        return bytes
    }

    /// Reads what `octets` wrote; nil for anything else, so that a damaged summary begins anew.
    init?(octets bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 9 + 8 * Self.sumCount, bytes[0] == Self.version else { return nil }
        var offset = 1
        func next<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
            guard offset + MemoryLayout<Number>.size <= bytes.count else { return nil }
            defer { offset += MemoryLayout<Number>.size }
            return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
        }
        func nextSum() -> Double? {
            guard let sum = next(UInt64.self).map({ Double(bitPattern: $0) }), sum.isFinite, sum >= 0 else {
                return nil
            }
            return sum
        }
        func nextSketch() -> QuantileSketch? {
            guard let count = next(UInt16.self) else { return nil }
            var buckets: [QuantileSketch.Bucket] = []
            buckets.reserveCapacity(Int(count))
            for _ in 0..<count {
                guard let index = next(Int16.self), let bits = next(UInt32.self) else { return nil }
                let weight = Double(Float(bitPattern: bits))
                guard weight.isFinite, weight >= 0, buckets.last.map({ $0.index < index }) ?? true else { return nil }
                buckets.append(QuantileSketch.Bucket(index: index, weight: weight))
            }
            return QuantileSketch(buckets: buckets)
        }
        guard let time = next(Int64.self), let successes = nextSum(), let failures = nextSum(), let tokens = nextSum(),
            let seconds = nextSum(), let speedWeight = nextSum(), let cost = nextSum(), let costWeight = nextSum(),
            let good = nextSum(), let bad = nextSum(), let firstToken = nextSketch(), let total = nextSketch(),
            offset == bytes.count
        else { return nil }
        self.time = time
        self.successes = successes
        self.failures = failures
        self.tokens = tokens
        self.seconds = seconds
        self.speedWeight = speedWeight
        self.cost = cost
        self.costWeight = costWeight
        self.good = good
        self.bad = bad
        self.firstToken = firstToken
        self.total = total
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
