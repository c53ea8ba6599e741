#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A terminal without echo that hands over every key at once, until it is restored.
struct QuietTerminal {
    private let descriptor: Int32
    private let before: termios

    /// - Throws: `TerminalError` when the descriptor is no terminal
    init(_ descriptor: Int32) throws(TerminalError) {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else {
            throw TerminalError(
                .notATerminal, message: "there is no terminal to ask on", underlying: String(cString: strerror(errno)))
        }
        self.descriptor = descriptor
        before = settings
        // Signal keys come as keys, so that the terminal is restored before they do what they do.
        settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
        // A read returns after a tenth of a second without a key, so that signals are noticed on any thread.
        withUnsafeMutableBytes(of: &settings.c_cc) { keys in
            keys[Int(VMIN)] = 0
            keys[Int(VTIME)] = 1
        }
        guard Self.set(descriptor, settings) else { throw LinePrompt.failure("set the terminal", errno) }
    }

    /// Puts the terminal back; keys that were not read are dropped, so that none of a secret reaches the shell.
    func restore() { _ = Self.set(descriptor, before) }

    /// Whether the terminal at a descriptor has hung up.
    static func isGone(_ descriptor: Int32) -> Bool {
        var settings = termios()
        return tcgetattr(descriptor, &settings) != 0
    }

    private static func set(_ descriptor: Int32, _ settings: termios) -> Bool {
        withUnsafePointer(to: settings) { pointer in
            while tcsetattr(descriptor, TCSAFLUSH, pointer) != 0 {
                if errno != EINTR { return false }
            }
            return true
        }
    }
}
