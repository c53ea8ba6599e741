package import AI1Core
internal import Synchronization

/// A clock that a test moves. Its `sleep` fails unless the test has said what sleeping should do.
package final class TestClock: WallClock {
    /// What `sleep` does.
    package enum Sleeping: Sendable {
        /// It throws `TestClock.UnexpectedSleep`.
        case refused
        /// It moves the clock and returns at once.
        case advances
        /// It waits until `advance` has moved the clock far enough.
        case waits
    }

    /// A sleep that the test did not expect.
    package struct UnexpectedSleep: Error, Hashable {
        package let milliseconds: Int64

        package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    }

    private struct Sleeper {
        let until: Int64
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var nanoseconds: Int64 = 0
        var sleeps: [Int64] = []
        var sleepers: [Int: Sleeper] = [:]
        var next = 0
        var cancelled: Set<Int> = []
    }

    private let start: Timestamp
    private let sleeping: Sleeping
    private let state = Mutex(State())

    /// - Parameter start: what the wall clock shows at first
    package init(
        start: Timestamp = Timestamp(millisecondsSinceEpoch: 1_767_225_600_000), sleeping: Sleeping = .refused
    ) {
        self.start = start
        self.sleeping = sleeping
    }

    package var now: Timestamp { start.advanced(byMilliseconds: monotonicNanoseconds / 1_000_000) }
    package var monotonicNanoseconds: Int64 { state.withLock { $0.nanoseconds } }
    /// The sleeps that were asked for, in milliseconds.
    package var sleeps: [Int64] { state.withLock { $0.sleeps } }
    /// How many sleeps are under way.
    package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Moves the clock, and ends the sleeps whose time has come.
    package func advance(milliseconds: Int64) {
        let due = state.withLock { state -> [Sleeper] in
            state.nanoseconds += milliseconds * 1_000_000
            let now = state.nanoseconds
            let due = state.sleepers.filter { $0.value.until <= now }
            for key in due.keys { state.sleepers[key] = nil }
            return Array(due.values)
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    package func sleep(milliseconds: Int64) async throws {
        try Task.checkCancellation()
        state.withLock { $0.sleeps.append(milliseconds) }
        switch sleeping {
        case .refused: throw UnexpectedSleep(milliseconds: milliseconds)
        case .advances: advance(milliseconds: milliseconds)
        case .waits: try await wait(milliseconds)
        }
    }

    private func wait(_ milliseconds: Int64) async throws {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome = state.withLock { state -> Result<Void, any Error>? in
                    if state.cancelled.remove(number) != nil { return .failure(CancellationError()) }
                    guard milliseconds > 0 else { return .success(()) }
                    let (length, tooLong) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
                    let (until, late) = state.nanoseconds.addingReportingOverflow(length)
                    state.sleepers[number] = Sleeper(until: tooLong || late ? .max : until, continuation: continuation)
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: number)
                if sleeper == nil { state.cancelled.insert(number) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
