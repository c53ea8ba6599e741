#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The settings of the terminal at standard input at one moment, to be put back after a child that could not do so itself.
struct TerminalModes: Sendable {
    private let settings: termios

    /// Nil when there is no terminal.
    init?() {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        self.settings = settings
    }

    /// Puts the settings back; what was written is still shown.
    func restore() {
        withUnsafePointer(to: settings) { pointer in
            while tcsetattr(STDIN_FILENO, TCSADRAIN, pointer) != 0, errno == EINTR {}
        }
    }
}
