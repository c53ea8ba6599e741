internal import Synchronization

/// Lets one part of the program take the signals of the terminal for a while: a REPL, where Ctrl-C cancels an answer and not
/// the program.
package final class SignalRoute: Sendable {
    /// The signals that a terminal sends.
    enum TerminalSignal: Sendable, Hashable {
        /// Ctrl-C.
        case interrupt
        /// Ctrl-Z.
        case stop
        /// The window has another size.
        case windowChange
    }

    private let handler = Mutex<(@Sendable (TerminalSignal) -> Void)?>(nil)

    package init() {}

    /// Takes the signals, or gives them back with nil. The handler runs on the thread that waits for signals, so that it must
    /// only pass them on.
    func take(_ handler: (@Sendable (TerminalSignal) -> Void)?) { self.handler.withLock { $0 = handler } }

    /// - Returns: false when nobody takes signals
    func deliver(_ signal: TerminalSignal) -> Bool {
        guard let handler = handler.withLock({ $0 }) else { return false }
        handler(signal)
        return true
    }
}
