internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The signal that came while a watch was on. POSIX gives a handler nothing but the signal's number, so the one place
/// where it can leave a word is a global; nothing else reads or writes it.
private let caughtSignal = Atomic<Int32>(0)

/// Catches the signals that would end or stop the process while the terminal is not as it should be.
struct SignalWatch {
    private static let watched = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    private var before: [(number: Int32, action: sigaction)] = []

    /// Replaces the handlers; what was ignored stays ignored.
    init() throws(TerminalError) {
        // Made before a handler can run, which must not be the first to touch it.
        caughtSignal.store(0, ordering: .sequentiallyConsistent)
        for number in Self.watched {
            var action = sigaction()
            let handler: @convention(c) (Int32) -> Void = { caughtSignal.store($0, ordering: .sequentiallyConsistent) }
            #if canImport(Glibc)
                action.__sigaction_handler.sa_handler = handler
            #else
                action.__sigaction_u.__sa_handler = handler
            #endif
            sigemptyset(&action.sa_mask)
            var old = sigaction()
            guard sigaction(number, nil, &old) == 0 else { throw LinePrompt.failure("watch signals", errno) }
            if Self.isIgnored(old) { continue }
            guard sigaction(number, &action, nil) == 0 else { throw LinePrompt.failure("watch signals", errno) }
            before.append((number, old))
        }
    }

    /// The last signal that came and was not passed on.
    var caught: Int32? {
        let number = caughtSignal.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : number
    }

    /// Lets a signal do what it would have done without the watch. Returns when the process goes on, or when its own
    /// handler has taken it.
    func passOn(_ number: Int32) {
        caughtSignal.store(0, ordering: .sequentiallyConsistent)
        guard var old = before.first(where: { $0.number == number })?.action else { return }
        var mine = sigaction()
        sigaction(number, &old, &mine)
        // To this thread, so that it has happened when the call returns.
        raise(number)
        sigaction(number, &mine, nil)
    }

    /// Gives one signal back for good.
    mutating func release(_ number: Int32) {
        guard let index = before.firstIndex(where: { $0.number == number }) else { return }
        var action = before.remove(at: index).action
        sigaction(number, &action, nil)
    }

    /// Puts the handlers back.
    func end() {
        for (number, action) in before {
            var action = action
            sigaction(number, &action, nil)
        }
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        #if canImport(Glibc)
            let handler = action.__sigaction_handler.sa_handler
        #else
            let handler = action.__sigaction_u.__sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
