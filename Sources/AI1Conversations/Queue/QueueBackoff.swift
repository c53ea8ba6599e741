package import AI1Core

/// When a failed sending is tried again: one minute after the first failure, twice as long after each other, at most
/// six hours; each time between half of that and all of it, so that many entries do not come at once.
package enum QueueBackoff {
    private static let firstMilliseconds: Int64 = 60_000
    private static let capMilliseconds: Int64 = 6 * 3_600_000

    /// The time of the next try.
    /// - Parameters:
    ///   - attempts: how often it was tried so far
    ///   - retryAfterMilliseconds: how long the provider asked to wait; it is not tried earlier
    package static func next(
        after time: Timestamp, attempts: Int, retryAfterMilliseconds: Int64? = nil, random: some RandomSource
    ) -> Timestamp {
        let bound = min(capMilliseconds, firstMilliseconds << Int64(min(max(attempts - 1, 0), 10)))
        let wait = bound / 2 + Int64(random.next() % UInt64(bound / 2 + 1))
        return time.advanced(byMilliseconds: max(wait, retryAfterMilliseconds ?? 0))
    }
}
