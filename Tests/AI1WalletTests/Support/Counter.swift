import Synchronization

/// A number that closures share.
final class Counter: Sendable {
    private let state: Mutex<Int>

    init(_ value: Int = 0) { state = Mutex(value) }

    var value: Int { state.withLock { $0 } }

    /// Takes some away.
    func take(_ count: Int) { state.withLock { $0 -= count } }

    /// One more than before.
    func next() -> Int {
        state.withLock {
            $0 += 1
            return $0
        }
    }
}
