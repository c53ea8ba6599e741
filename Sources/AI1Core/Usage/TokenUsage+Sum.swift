extension TokenUsage {
    /// Adds another call's tokens; every part stops at Int64.max. What is not certain of one is not certain of the sum.
    package mutating func add(_ other: TokenUsage) {
        let parts: [WritableKeyPath<TokenUsage, Int64>] = [
            \.uncachedInput, \.cacheRead, \.cacheWrite5m, \.cacheWrite1h, \.visibleOutput, \.reasoning, \.audioInput,
            \.audioOutput,
        ]
        for part in parts {
            let (sum, overflow) = self[keyPath: part].addingReportingOverflow(other[keyPath: part])
            self[keyPath: part] = overflow ? .max : sum
        }
        let order: [Source] = [.reported, .estimated, .unknown]
        source = order.last { $0 == source || $0 == other.source } ?? source
    }
}
