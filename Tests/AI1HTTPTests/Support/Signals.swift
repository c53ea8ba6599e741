import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A value that a server's thread leaves and a test waits for.
final class Signal<Value: Sendable>: Sendable {
    private let state = Mutex((value: Value?.none, waiters: [CheckedContinuation<Value, Never>]()))

    func set(_ value: Value) {
        let waiters = state.withLock { state in
            if state.value == nil { state.value = value }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    func wait() async -> Value {
        await withCheckedContinuation { continuation in
            let value = state.withLock { state in
                if state.value == nil { state.waiters.append(continuation) }
                return state.value
            }
            if let value { continuation.resume(returning: value) }
        }
    }
}

/// A door that a test opens and a server's thread waits at, once each.
final class Gate: Sendable {
    private let ends: (read: Int32, write: Int32)

    init() {
        var pair: [Int32] = [0, 0]
        precondition(pipe(&pair) == 0)
        ends = (pair[0], pair[1])
    }

    deinit {
        close(ends.read)
        close(ends.write)
    }

    func open() {
        var byte: UInt8 = 1
        precondition(write(ends.write, &byte, 1) == 1)
    }

    func wait() {
        var byte: UInt8 = 0
        precondition(read(ends.read, &byte, 1) == 1)
    }
}

/// Lines that another thread leaves.
final class Lines: Sendable {
    private let state = Mutex([String]())

    func append(_ line: String) { state.withLock { $0.append(line) } }

    var all: [String] { state.withLock { $0 } }
}
