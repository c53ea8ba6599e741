internal import AI1Core
internal import AI1Sandbox
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Takes SIGINT, SIGTERM and SIGHUP on a thread of its own: blocked everywhere else, waited for there.
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

    /// Starts the thread: the first signal cancels, the second ends the process at once.
    /// - Returns: false when the system has no thread left
    func watch(_ cancel: @escaping @Sendable () -> Void) -> Bool {
        let signals = signals
        return PosixThread { Self.wait(for: signals, cancel) } != nil
    }

    private static func wait(for signals: sigset_t, _ cancel: () -> Void) {
        var signals = signals
        var number: Int32 = 0
        while true {
            guard sigwait(&signals, &number) == 0 else { continue }
            let (first, _) = caught.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
            guard first else { _exit(128 + number) }
            // A command that is stuck in a write or in a child still ends.
            signal(SIGALRM) { _ in _exit(SignalGate.code(else: 0)) }
            alarm(graceSeconds)
            cancel()
        }
    }

    /// The exit status of a command that was cancelled: of the signal that came, if one came.
    static func status(else kind: ErrorKind) -> ExitStatus {
        caught.load(ordering: .sequentiallyConsistent) == SIGTERM ? ExitStatus(.terminated) : ExitStatus(kind)
    }

    /// The exit code: of the signal that came, if one came.
    static func code(else code: Int32) -> Int32 {
        let number = caught.load(ordering: .sequentiallyConsistent)
        return number == 0 ? code : 128 + number
    }
}
