internal import AI1Core
internal import Synchronization

/// A body that is there at once.
final class WholeBody: HTTPBody {
    private let rest: Mutex<[UInt8]>

    init(_ bytes: [UInt8]) { rest = Mutex(bytes) }

    func next(into buffer: inout [UInt8]) async throws -> Bool {
        buffer = rest.withLock { rest in
            defer { rest = [] }
            return rest
        }
        return !buffer.isEmpty
    }

    func cancel() {}
    var timings: HTTPTimings { HTTPTimings() }
}
