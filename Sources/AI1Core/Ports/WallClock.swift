/// The time of day, and a clock that never goes back for measuring.
package protocol WallClock: Sendable {
    /// Now, in wall-clock time.
    var now: Timestamp { get }
    /// Nanoseconds of a clock that only goes forward.
    var monotonicNanoseconds: Int64 { get }
    /// Waits; ends early with `CancellationError` when the task is cancelled.
    func sleep(milliseconds: Int64) async throws
}

/// Random numbers.
package protocol RandomSource: Sendable {
    /// Sixty-four random bits.
    func next() -> UInt64
}
