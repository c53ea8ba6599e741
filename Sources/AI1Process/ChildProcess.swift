package import AI1Core
internal import Subprocess
internal import Synchronization

/// A running child with pipes on its three standard streams: in a session of its own, without a terminal, with an
/// allow-listed environment, and without any other descriptor of this process.
///
/// It ends for certain: its standard input is closed, and whoever of its process group does not end within the grace is sent
/// SIGTERM, then SIGKILL. When this process itself is killed, the child's standard input closes with it, which is how the
/// protocols spoken over pipes say goodbye; a program that ignores both that and the broken pipe of its answers outlives it.
package final class ChildProcess: Sendable {
    /// Octets that may wait for the child to read them.
    package static let unreadLimitBytes = 16 << 20
    /// Pieces that may wait for the child to read them.
    static let unreadLimitPieces = 4_096
    /// Octets that are kept of what it prints on standard error.
    static let errorTailBytes = 8 << 10
    /// How long a child may take to end after its input is closed, and again after SIGTERM.
    package static let graceMilliseconds: Int64 = 1_000

    struct State: Sendable {
        var life: Task<Void, Never>?
        var unreadBytes = 0
        var isEnding = false
        var errors = OutputTail(limitBytes: ChildProcess.errorTailBytes)
    }

    let state = Mutex(State())
    let outgoing: AsyncStream<[UInt8]>
    let outgoingEnd: AsyncStream<[UInt8]>.Continuation
    /// The grace in milliseconds of whoever asks first that it ends.
    let endings: AsyncStream<Int64>
    private let endingsEnd: AsyncStream<Int64>.Continuation

    private init() {
        (outgoing, outgoingEnd) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.unreadLimitPieces))
        (endings, endingsEnd) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Starts a program.
    /// - Parameters:
    ///   - environment: this process's environment; the child gets the allowed part of it
    ///   - output: gets what the child prints on standard output, in order; false ends the child at once
    ///   - ended: called once, when the child and its group are gone
    /// - Throws: `ProcessError` of code `notStarted`
    package static func start(
        _ program: ChildProgram, environment: [String: String], output: @escaping @Sendable ([UInt8]) -> Bool,
        ended: @escaping @Sendable (CommandResult.End?) -> Void = { _ in }
    ) async throws -> ChildProcess {
        let child = ChildProcess()
        let failure = await withCheckedContinuation { (started: CheckedContinuation<ProcessError?, Never>) in
            let waiter = Mutex<CheckedContinuation<ProcessError?, Never>?>(started)
            let answer: @Sendable (ProcessError?) -> Void = { failure in
                waiter.withLock { waiter in
                    defer { waiter = nil }
                    return waiter
                }?.resume(returning: failure)
            }
            let life = Task {
                do throws(ProcessError) {
                    let end = try await child.live(program, environment, output) { answer(nil) }
                    ended(end)
                } catch {
                    answer(error)
                    ended(nil)
                }
            }
            child.state.withLock { $0.life = life }
        }
        if let failure { throw failure }
        return child
    }

    /// Hands octets to the child's standard input. Does not wait for it to read them.
    /// - Throws: `ProcessError` of code `broken` when it has ended, or leaves too much unread
    package func send(_ bytes: [UInt8]) throws(ProcessError) {
        let isTaken = state.withLock { state in
            guard !state.isEnding, state.unreadBytes + bytes.count <= Self.unreadLimitBytes else { return false }
            guard case .enqueued = outgoingEnd.yield(bytes) else { return false }
            state.unreadBytes += bytes.count
            return true
        }
        guard isTaken else {
            throw state.withLock { $0.isEnding }
                ? ProcessError(.broken, "it has ended")
                : ProcessError(.broken, "it does not read its input")
        }
    }

    /// Ends the child and returns when it and its group are gone. More than one may ask.
    /// - Parameter graceMilliseconds: how long it may take by itself
    package func stop(graceMilliseconds: Int64 = ChildProcess.graceMilliseconds) async {
        requestEnd(graceMilliseconds)
        await state.withLock { $0.life }?.value
    }

    /// Asks that the child ends, and returns at once.
    package func requestEnd(_ graceMilliseconds: Int64) { endingsEnd.yield(max(0, graceMilliseconds)) }

    /// The last of what it printed on standard error, cleaned for a terminal.
    package var errorTail: String { state.withLock { $0.errors.text } }
}
