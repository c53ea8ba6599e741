/// The tokens of one call as a partition: every token is in exactly one part, whatever the provider's own convention.
package struct TokenUsage: Sendable, Hashable {
    package enum Source: String, Sendable, Hashable {
        /// The provider said so.
        case reported
        /// Counted from the text, since the provider said nothing (or nothing that can be true).
        case estimated
        /// Lost: the program was killed and what it had noted is gone.
        case unknown
    }

    package var uncachedInput: Int64
    package var cacheRead: Int64
    /// Written to the provider's cache for 5 minutes.
    package var cacheWrite5m: Int64
    /// Written to the provider's cache for 1 hour.
    package var cacheWrite1h: Int64
    package var visibleOutput: Int64
    package var reasoning: Int64
    package var audioInput: Int64
    package var audioOutput: Int64
    package var source: Source

    package init(
        uncachedInput: Int64 = 0, cacheRead: Int64 = 0, cacheWrite5m: Int64 = 0, cacheWrite1h: Int64 = 0,
        visibleOutput: Int64 = 0, reasoning: Int64 = 0, audioInput: Int64 = 0, audioOutput: Int64 = 0,
        source: Source = .reported
    ) {
        self.uncachedInput = uncachedInput
        self.cacheRead = cacheRead
        self.cacheWrite5m = cacheWrite5m
        self.cacheWrite1h = cacheWrite1h
        self.visibleOutput = visibleOutput
        self.reasoning = reasoning
        self.audioInput = audioInput
        self.audioOutput = audioOutput
        self.source = source
    }

    /// All input tokens; stops at Int64.max.
    package var input: Int64 { [uncachedInput, cacheRead, cacheWrite5m, cacheWrite1h, audioInput].saturatingSum() }

    /// All output tokens; stops at Int64.max.
    package var output: Int64 { [visibleOutput, reasoning, audioOutput].saturatingSum() }

    /// Whether every part is zero or more.
    package var isValid: Bool {
        [
            uncachedInput, cacheRead, cacheWrite5m, cacheWrite1h, visibleOutput, reasoning, audioInput, audioOutput,
        ].allSatisfy { $0 >= 0 }
    }
}

extension [Int64] {
    fileprivate func saturatingSum() -> Int64 {
        reduce(0) { sum, value in
            let (result, overflow) = sum.addingReportingOverflow(value)
            return overflow ? (value > 0 ? .max : .min) : result
        }
    }
}
