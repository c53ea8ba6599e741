package import AI1Core

/// The wall clock beside a clock that nobody can set.
package protocol MachineClock: Sendable {
    /// Now, in wall-clock time.
    var now: Timestamp { get }
    /// The kernel's name of this boot; empty where there is none.
    var bootID: String { get }
    /// Milliseconds since the boot, sleep included.
    var uptimeMilliseconds: Int64 { get }
}
