import AI1Core
import AI1TestSupport
import Synchronization

/// A transport whose answers a test has written down, by the host of the request's URL.
final class ScriptedTransport: HTTPTransport {
    enum Script: Sendable {
        /// A status with a body, whole.
        case answer(status: Int, headers: [(name: String, value: String)] = [], body: String)
        /// A body that comes in pieces and then ends so.
        case stream([String], end: ByteChannel.End = .complete)
        /// No answer at all.
        case fault(ProviderFault)
        /// Nothing until it is cancelled.
        case silence
    }

    private struct State {
        var scripts: [String: [Script]]
        var requests: [HTTPRequest] = []
        var cancelled: [String] = []
    }

    private let state: Mutex<State>

    /// - Parameter scripts: for each host its answers in turn; the last one is repeated
    init(_ scripts: [String: [Script]]) { state = Mutex(State(scripts: scripts)) }

    var hosts: [String] { state.withLock { $0.requests.map { Self.host($0.url) } } }
    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var cancelled: [String] { state.withLock { $0.cancelled } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let host = Self.host(request.url)
        let script = state.withLock { state -> Script? in
            state.requests.append(request)
            guard var queue = state.scripts[host], let first = queue.first else { return nil }
            if queue.count > 1 { queue.removeFirst() }
            state.scripts[host] = queue
            return first
        }
        switch script {
        case .answer(let status, let headers, let body):
            return HTTPResponse(
                head: HTTPHead(status: status, headers: headers), body: ScriptedBody([body], end: .complete))
        case .stream(let pieces, let end):
            return HTTPResponse(head: HTTPHead(status: 200, headers: []), body: ScriptedBody(pieces, end: end))
        case .fault(let fault): throw fault
        case .silence:
            let channel = ByteChannel(onCancel: { [self] in state.withLock { $0.cancelled.append(host) } })
            return HTTPResponse(head: HTTPHead(status: 200, headers: []), body: ChannelBody(channel: channel))
        case nil: throw ProviderFault(.unreachable, message: "no script for \(host)")
        }
    }

    private static func host(_ url: String) -> String {
        String(url.split(separator: "/", omittingEmptySubsequences: true)[1])
    }
}

/// A body that was written down.
private struct ScriptedBody: HTTPBody {
    private let channel: ChannelBody
    private let pieces: Mutexed

    final class Mutexed: Sendable {
        let rest: Mutex<([String], ByteChannel.End?)>
        init(_ pieces: [String], _ end: ByteChannel.End) { rest = Mutex((pieces, end)) }
    }

    init(_ pieces: [String], end: ByteChannel.End) {
        channel = ChannelBody(channel: ByteChannel())
        self.pieces = Mutexed(pieces, end)
    }

    func next(into buffer: inout [UInt8]) async throws -> Bool {
        try Task.checkCancellation()
        let (piece, end) = pieces.rest.withLock { rest -> (String?, ByteChannel.End?) in
            rest.0.isEmpty ? (nil, rest.1) : (rest.0.removeFirst(), nil)
        }
        if let piece {
            buffer = Array(piece.utf8)
            return true
        }
        buffer = []
        switch end {
        case .failed(let fault): throw fault
        case .cancelled: throw CancellationError()
        case .complete, nil: return false
        }
    }

    func cancel() {}
    var timings: HTTPTimings { HTTPTimings() }
}

/// A body that is a channel.
struct ChannelBody: HTTPBody {
    let channel: ByteChannel

    func next(into buffer: inout [UInt8]) async throws -> Bool { try await channel.next(into: &buffer) }
    func cancel() { channel.cancel() }
    var timings: HTTPTimings { HTTPTimings() }
}
