internal import Synchronization

/// A bounded channel of octets from one producer that must not wait to one reader that may. Whole buffers change hands, so a
/// stream of any length needs two buffers and no copies on the reader's side.
package final class ByteChannel: Sendable {
    /// How a channel ends.
    package enum End: Sendable {
        case complete
        case failed(ProviderFault)
        case cancelled
    }

    private struct State {
        var buffer: [UInt8] = []
        var spare: [UInt8] = []
        var end: End?
        var paused = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let onResume: @Sendable () -> Void
    private let onCancel: @Sendable () -> Void

    /// - Parameters:
    ///   - capacity: octets after which the producer is asked to pause
    ///   - onResume: called when a paused producer may go on
    ///   - onCancel: called once when the reader gives up
    package init(
        capacity: Int = 256 * 1024, onResume: @escaping @Sendable () -> Void = {},
        onCancel: @escaping @Sendable () -> Void = {}
    ) {
        self.capacity = capacity
        self.onResume = onResume
        self.onCancel = onCancel
    }

    /// What the producer should do with octets.
    package enum Offer: Sendable { case accepted, pause, closed }

    /// Takes octets if there is room. On `.pause` nothing was taken; `onResume` will be called when there is room again.
    package func offer(_ bytes: UnsafeRawBufferPointer) -> Offer {
        let (offer, waiter) = state.withLock { state -> (Offer, CheckedContinuation<Void, Never>?) in
            if state.end != nil { return (.closed, nil) }
            if !state.buffer.isEmpty, state.buffer.count + bytes.count > capacity {
                state.paused = true
                return (.pause, nil)
            }
            state.buffer.append(contentsOf: bytes)
            defer { state.waiter = nil }
            return (.accepted, state.waiter)
        }
        waiter?.resume()
        return offer
    }

    /// Ends the channel. Only the first end counts; what was taken before it is still read.
    package func finish(_ end: End) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.end == nil { state.end = end }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Gives up: the producer is told once, the reader's next read throws `CancellationError`.
    package func cancel() {
        let first = state.withLock { state in
            let first = state.end == nil
            if first { state.end = .cancelled }
            state.buffer.removeAll()
            return first
        }
        if first { onCancel() }
        finish(.cancelled)
    }

    /// Waits for octets and swaps them with `buffer`.
    /// - Returns: false at the end
    /// - Throws: the `ProviderFault` that ended the channel, or `CancellationError`
    package func next(into buffer: inout [UInt8]) async throws -> Bool {
        buffer.removeAll(keepingCapacity: true)
        while true {
            try Task.checkCancellation()
            if let more = try take(&buffer) { return more }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let ready = state.withLock { state in
                        if !state.buffer.isEmpty || state.end != nil { return true }
                        state.waiter = continuation
                        return false
                    }
                    if ready { continuation.resume() }
                }
            } onCancel: {
                cancel()
            }
        }
    }

    /// What there is now; nil when the reader has to wait.
    private func take(_ buffer: inout [UInt8]) throws -> Bool? {
        var taken = buffer
        buffer = []
        let (more, end, resume) = state.withLock { state -> (Bool?, End?, Bool) in
            if !state.buffer.isEmpty {
                swap(&state.buffer, &taken)
                let resume = state.paused
                state.paused = false
                return (true, nil, resume)
            }
            return (state.end == nil ? nil : false, state.end, false)
        }
        buffer = taken
        if resume { onResume() }
        switch end {
        case .failed(let fault): throw fault
        case .cancelled: throw CancellationError()
        case .complete, nil: return more
        }
    }
}
