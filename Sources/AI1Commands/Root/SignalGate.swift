internal import AI1Core
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Takes SIGINT, SIGTERM and SIGHUP on the main thread alone: blocked everywhere, waited for here.
struct SignalGate {
    /// The signal that ended the program, 0 for none. The one state that a process has whether we like it or not.
    private static let caught = Atomic<Int32>(0)
    /// How long a cancelled command may take to book and close before the process ends anyway.
    private static let graceSeconds: UInt32 = 3

    private var signals = sigset_t()

    /// Blocks the signals; threads started after it inherit that.
    init() {
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits for signals for ever: the first cancels, the second ends the process at once.
    func wait(_ cancel: () -> Void) -> Never {
        var set = signals
        var number: Int32 = 0
        while true {
            guard sigwait(&set, &number) == 0 else { continue }
            let (first, _) = Self.caught.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
            guard first else { _exit(128 + number) }
            // A command that is stuck in a write or in a child still ends.
            signal(SIGALRM) { _ in _exit(SignalGate.code(else: 0)) }
            alarm(Self.graceSeconds)
            cancel()
        }
    }

    /// The exit code: of the signal that came, if one came.
    static func code(else code: Int32) -> Int32 {
        let number = caught.load(ordering: .sequentiallyConsistent)
        return number == 0 ? code : 128 + number
    }
}
