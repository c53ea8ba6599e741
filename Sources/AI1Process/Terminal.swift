#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The terminal that a child borrows to ask its questions: only the foreground process group may read from it.
struct Terminal: Sendable {
    private let ownGroup: pid_t

    /// Nil unless standard input is a terminal and this process is in its foreground.
    init?() {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        ownGroup = getpgrp()
        guard tcgetpgrp(STDIN_FILENO) == ownGroup else { return nil }
    }

    /// Gives the terminal to a process group, and wakes it in case it asked too early.
    func lend(to group: pid_t) {
        setForeground(group)
        kill(-group, SIGCONT)
    }

    /// Takes the terminal back.
    func takeBack() { setForeground(ownGroup) }

    /// Takes the terminal back from a process group, unless somebody else has it by now.
    func takeBack(from group: pid_t) { if tcgetpgrp(STDIN_FILENO) == group { setForeground(ownGroup) } }

    /// Whether this process is in the foreground.
    var isOurs: Bool { tcgetpgrp(STDIN_FILENO) == ownGroup }

    /// The kernel stops a process outside the foreground that does this, unless the signal for it is blocked.
    private func setForeground(_ group: pid_t) {
        var blocked = sigset_t()
        var previous = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTTOU)
        pthread_sigmask(SIG_BLOCK, &blocked, &previous)
        _ = tcsetpgrp(STDIN_FILENO, group)
        pthread_sigmask(SIG_SETMASK, &previous, nil)
    }
}
