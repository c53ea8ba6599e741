internal import AI1Core
internal import Synchronization

/// A body that is made while it is read, so that its size costs nothing and a slow reader slows it down.
final class SandboxBody: HTTPBody {
    private struct State {
        var script: SandboxScript?
        var bytes: [UInt8]
        var firstDelayMilliseconds: Int64
        var cancelled = false
        var firstByte: Int64 = 0
        var total: Int64 = 0
        var nap: Task<Void, any Error>?
    }

    private let state: Mutex<State>
    private let timer: SandboxTimer

    init(script: SandboxScript, firstDelayMilliseconds: Int64, timer: SandboxTimer) {
        state = Mutex(State(script: script, bytes: [], firstDelayMilliseconds: firstDelayMilliseconds))
        self.timer = timer
    }

    /// A body that is there at once.
    init(bytes: [UInt8], timer: SandboxTimer) {
        state = Mutex(State(script: nil, bytes: bytes, firstDelayMilliseconds: 0))
        self.timer = timer
    }

    func next(into buffer: inout [UInt8]) async throws -> Bool {
        buffer.removeAll(keepingCapacity: true)
        while true {
            try Task.checkCancellation()
            switch try step() {
            case .send(let bytes):
                buffer = bytes
                state.withLock { if $0.firstByte == 0 { $0.firstByte = max(1, timer.elapsedMicroseconds) } }
                return true
            case .wait(let milliseconds): try await pause(milliseconds)
            case .end(.complete):
                state.withLock { if $0.total == 0 { $0.total = max(1, timer.elapsedMicroseconds) } }
                return false
            case .end(.cut): throw ProviderFault(.cut, message: "the connection was closed in the middle of the answer")
            case .end(.reset):
                throw ProviderFault(.cut, message: "the connection was reset in the middle of the answer")
            case .end(.stall): try await pause(nil)
            }
        }
    }

    private func step() throws -> SandboxScript.Step {
        try state.withLock { state in
            if state.cancelled { throw CancellationError() }
            if state.firstDelayMilliseconds > 0 {
                defer { state.firstDelayMilliseconds = 0 }
                return .wait(milliseconds: state.firstDelayMilliseconds)
            }
            if state.script != nil { return state.script?.next() ?? .end(.complete) }
            defer { state.bytes = [] }
            return state.bytes.isEmpty ? .end(.complete) : .send(state.bytes)
        }
    }

    /// Waits in a task of its own, so that `cancel()` from another task ends the waiting.
    private func pause(_ milliseconds: Int64?) async throws {
        let nap = Task { [timer] in try await timer.waitInBody(milliseconds) }
        let cancelled = state.withLock { state in
            state.nap = nap
            return state.cancelled
        }
        if cancelled { nap.cancel() }
        try await withTaskCancellationHandler {
            try await nap.value
        } onCancel: {
            nap.cancel()
        }
    }

    func cancel() {
        let nap = state.withLock { state in
            state.cancelled = true
            return state.nap
        }
        nap?.cancel()
    }

    var timings: HTTPTimings {
        state.withLock { state in
            var timings = HTTPTimings()
            timings.firstByte = state.firstByte
            timings.total = state.total
            return timings
        }
    }
}
