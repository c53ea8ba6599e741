package import AI1Core

/// Exponential back-off with full jitter: a random wait between zero and 0.5 s · 2ⁿ, at most 8 s.
package enum Backoff {
    package static let attempts = 3
    private static let firstMilliseconds: Int64 = 500
    private static let capMilliseconds: Int64 = 8_000

    /// Milliseconds to wait before try number `attempt` (0 for the first retry).
    package static func milliseconds(attempt: Int, random: some RandomSource) -> Int64 {
        let bound = min(capMilliseconds, firstMilliseconds << Int64(min(max(attempt, 0), 10)))
        return Int64(random.next() % UInt64(bound + 1))
    }
}
