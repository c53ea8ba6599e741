internal import AI1Core
internal import AI1Sandbox
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Takes SIGINT, SIGTERM and SIGHUP on a thread of its own: blocked everywhere else, waited for there. A program that lives on
/// a terminal has SIGTSTP and SIGWINCH taken as well.
struct SignalGate {
    /// The signal that ended the program, 0 for none. The one state that a process has whether we like it or not.
    private static let caught = Atomic<Int32>(0)
    /// How long a cancelled command may take to book and close before the process ends anyway.
    private static let graceSeconds: UInt32 = 3

    private var signals = sigset_t()

    /// Blocks the signals; threads started after it inherit that.
    /// - Parameter isInteractive: whether the program may stay on the terminal
    init(isInteractive: Bool) {
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        if isInteractive { for number in [SIGTSTP, SIGWINCH] { sigaddset(&signals, number) } }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Starts the thread: the first signal cancels, the second ends the process at once. What somebody else takes does neither.
    /// - Returns: false when the system has no thread left
    func watch(_ route: SignalRoute, _ cancel: @escaping @Sendable () -> Void) -> Bool {
        let signals = signals
        return PosixThread { Self.wait(for: signals, route, cancel) } != nil
    }

    private static func wait(for signals: sigset_t, _ route: SignalRoute, _ cancel: () -> Void) {
        var signals = signals
        var number: Int32 = 0
        while true {
            guard sigwait(&signals, &number) == 0 else { continue }
            switch number {
            case SIGINT where route.deliver(.interrupt): continue
            case SIGWINCH:
                _ = route.deliver(.windowChange)
                continue
            case SIGTSTP:
                if !route.deliver(.stop) { kill(getpid(), SIGSTOP) }
                continue
            default: break
            }
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
