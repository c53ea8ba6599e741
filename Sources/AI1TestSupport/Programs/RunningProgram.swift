internal import AI1Sandbox
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that runs, watched by a thread of its own until it has ended.
package final class RunningProgram: Sendable {
    struct State {
        var result = ProgramResult()
        var ended = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        /// Octets still to be written to standard input or the terminal.
        var input: [UInt8] = []
        var inputStart = 0
        var closesInput = false
        var closesOutput = false
        var reaped = false

        var inputIsWritten: Bool { inputStart == input.count }
    }

    /// The process id. Its process group has the same number.
    package let processID: Int32
    private let state: Mutex<State>

    init(path: String, arguments: [String], options: ProgramOptions) throws(ProgramError) {
        let channels = try ProgramChannels(options)
        do {
            processID = try ProgramSpawn.spawn(path, arguments, options, channels)
        } catch {
            channels.closeAll()
            throw error
        }
        channels.closeChildEnds()
        var state = State()
        if case .bytes(let bytes) = options.input {
            state.input = bytes
            state.closesInput = true
        }
        self.state = Mutex(state)
        let watcher = ProgramWatcher(program: self, channels: channels, options: options)
        guard let thread = PosixThread({ watcher.run() }) else {
            kill(processID, SIGKILL)
            throw ProgramError("no thread can be made")
        }
        thread.detach()
    }

    /// Waits for the end.
    package func result() async -> ProgramResult {
        await withCheckedContinuation { continuation in
            let ended = state.withLock { state in
                if !state.ended { state.waiters.append(continuation) }
                return state.ended
            }
            if ended { continuation.resume() }
        }
        return state.withLock { $0.result }
    }

    /// What was written so far.
    package var partial: ProgramResult { state.withLock { $0.result } }

    package var hasEnded: Bool { state.withLock { $0.ended } }

    /// Sends a signal to the process. Does nothing when it has ended.
    package func send(signal: Int32) {
        state.withLock { state in
            if !state.reaped { _ = kill(processID, signal) }
        }
    }

    /// Writes to a held standard input, or to the terminal.
    package func write(_ text: String) { state.withLock { $0.input += Array(text.utf8) } }

    /// Ends a held standard input once everything is written.
    package func closeInput() { state.withLock { $0.closesInput = true } }

    /// Closes the reading end of standard output.
    package func closeOutput() { state.withLock { $0.closesOutput = true } }

    /// Waits until what was written so far is as it should be.
    /// - Returns: false when that has not come within the time, or the program has ended without it
    package func waits(
        seconds: Int = 90, until condition: @Sendable (ProgramResult) -> Bool
    ) async throws -> Bool {
        var met = false
        _ = try await Eventually.holds(seconds: seconds) {
            let ended = hasEnded
            met = condition(partial)
            return met || ended
        }
        return met
    }

    func update<Value: Sendable>(_ change: (inout sending State) -> sending Value) -> Value { state.withLock(change) }

    func finish() {
        let waiters = state.withLock { state in
            state.ended = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
