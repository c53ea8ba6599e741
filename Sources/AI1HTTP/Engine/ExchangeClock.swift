internal import AI1Core
internal import Synchronization

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The clock of the engine.
enum Monotonic {
    /// Microseconds of a clock that only goes forward.
    static func microseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

/// When an exchange began, over all its redirects, and where its time went: written by the engine, read by the body's
/// owner.
final class ExchangeClock: Sendable {
    let startMicroseconds = Monotonic.microseconds()
    private let state = Mutex((timings: HTTPTimings(), ended: false))

    /// The phases so far; until the end, `total` is the time that has passed.
    var timings: HTTPTimings {
        state.withLock { state in
            var timings = state.timings
            if !state.ended { timings.total = Monotonic.microseconds() - startMicroseconds }
            return timings
        }
    }

    /// Notes the phases that are over.
    func record(_ timings: HTTPTimings, ended: Bool) {
        state.withLock { $0 = (timings, ended) }
    }
}
