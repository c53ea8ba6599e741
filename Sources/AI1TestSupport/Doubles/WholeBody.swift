package import AI1Core
internal import Synchronization

/// A body that is there at once.
package final class WholeBody: HTTPBody {
    private let rest: Mutex<[UInt8]>

    package init(_ bytes: [UInt8]) { rest = Mutex(bytes) }

    package func next(into buffer: inout [UInt8]) async throws -> Bool {
        buffer = rest.withLock { rest in
            defer { rest = [] }
            return rest
        }
        return !buffer.isEmpty
    }

    package func cancel() {}
    package var timings: HTTPTimings { HTTPTimings() }
}
