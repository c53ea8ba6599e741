internal import AI1Core
internal import Synchronization

/// What was spent by requests that a dialogue made, for the session's books.
final class SpentCounter: Sendable {
    private let state = Mutex<(free: NanoUSD?, spent: NanoUSD)?>(nil)

    func note(_ now: ReplState) { state.withLock { $0 = (now.free, now.spent) } }

    var last: (free: NanoUSD?, spent: NanoUSD)? { state.withLock { $0 } }
}
