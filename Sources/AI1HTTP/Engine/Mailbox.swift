internal import AI1Core
internal import Synchronization

/// What other threads want from the engine, in order.
final class Mailbox: Sendable {
    enum Command: Sendable {
        case start(Exchange)
        /// The reader has made room.
        case resume(UInt64)
        /// The sender or the reader gave up.
        case cancel(UInt64)
        case stop
    }

    private struct State {
        var commands: [Command] = []
        var wake: (@Sendable () -> Void)?
        var failure: ProviderFault?
        var started = false
        var nextID: UInt64 = 0
    }

    private let state = Mutex(State())

    /// True for the one caller that has to start the engine.
    func claimStart() -> Bool {
        state.withLock { state in
            defer { state.started = true }
            return !state.started
        }
    }

    /// A name for one hop.
    func nextID() -> UInt64 {
        state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
    }

    /// Leaves a command. When the engine cannot run, a start is answered at once with the reason.
    func post(_ command: Command) {
        let failure = state.withLock { state -> ProviderFault? in
            if let failure = state.failure { return failure }
            state.commands.append(command)
            // Under the lock, so that the engine cannot go away in between. One wake-up serves until the next `take`.
            if state.commands.count == 1 { state.wake?() }
            return nil
        }
        if let failure, case .start(let exchange) = command { exchange.continuation.resume(throwing: failure) }
    }

    /// All commands so far.
    func take() -> [Command] {
        state.withLock { state in
            defer { state.commands.removeAll() }
            return state.commands
        }
    }

    /// How a waiting engine is woken; nil when it is gone.
    func setWake(_ wake: (@Sendable () -> Void)?) {
        state.withLock { $0.wake = wake }
    }

    /// Says that no command will be served any more, and why.
    func fail(_ fault: ProviderFault) {
        let waiting = state.withLock { state in
            state.failure = fault
            state.wake = nil
            defer { state.commands.removeAll() }
            return state.commands
        }
        for case .start(let exchange) in waiting { exchange.continuation.resume(throwing: fault) }
    }
}
