package import AI1Core
internal import AI1Ledger
internal import Synchronization

/// A machine's two clocks, moved by a test.
package final class TestMachineClock: MachineClock {
    private struct State {
        var wall: Int64
        var uptime: Int64
        var boot: String
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - wall: milliseconds since 1970
    ///   - boot: the name of this boot; an empty one stands for a machine that has none
    package init(wall: Int64 = 1_767_225_600_000, uptime: Int64 = 1_000_000, boot: String = "") {
        state = Mutex(State(wall: wall, uptime: uptime, boot: boot))
    }

    package var now: Timestamp { Timestamp(millisecondsSinceEpoch: state.withLock { $0.wall }) }
    package var bootID: String { state.withLock { $0.boot } }
    package var uptimeMilliseconds: Int64 { state.withLock { $0.uptime } }

    /// Time passes.
    package func advance(milliseconds: Int64) {
        state.withLock {
            $0.wall += milliseconds
            $0.uptime += milliseconds
        }
    }

    /// Somebody sets the wall clock.
    package func set(byMilliseconds milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }

    /// The machine is started anew.
    package func reboot(_ boot: String) {
        state.withLock {
            $0.boot = boot
            $0.uptime = 0
        }
    }
}
