package import AI1Core
internal import AI1Sandbox

/// A transport to servers on 127.0.0.1 that keeps nothing between two requests: one connection each, without curl.
package struct LoopbackTransport: HTTPTransport {
    private static let waitSeconds: Int64 = 30

    package init() {}

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .post, let (port, path) = Self.place(request.url) else {
            throw ProviderFault(.refusedLocally, message: "only a POST to http://127.0.0.1:PORT is sent")
        }
        let seconds = (request.limits.deadlineMilliseconds ?? Self.waitSeconds * 1_000) / 1_000
        let wait = Int(min(max(seconds, 1), Self.waitSeconds))
        let fields = request.headers.filter { $0.name.lowercased() != "content-type" }
            .map { "\($0.name): \($0.value)" }
        let body = String(decoding: request.body, as: UTF8.self)
        let answer = try await withCheckedThrowingContinuation { (done: CheckedContinuation<RawResponse, any Error>) in
            // A thread of its own, since reading blocks.
            let thread = PosixThread {
                guard let client = try? RawClient(port: port, timeoutSeconds: wait) else {
                    return done.resume(throwing: ProviderFault(.unreachable, message: "cannot connect"))
                }
                client.post(path, body, headers: fields)
                done.resume(returning: client.readResponse())
            }
            guard let thread else {
                return done.resume(throwing: ProviderFault(.unreachable, message: "no thread can be made"))
            }
            thread.detach()
        }
        switch answer.end {
        case nil: break
        case .timedOut: throw ProviderFault(.deadline, message: "no answer within \(wait) s")
        case .closed, .reset: throw ProviderFault(.transient, message: "the connection was closed")
        }
        return HTTPResponse(
            head: HTTPHead(status: answer.status, headers: answer.headers), body: WholeBody(answer.body))
    }

    /// The port and the path of a URL.
    private static func place(_ url: String) -> (port: UInt16, path: String)? {
        let prefix = "http://127.0.0.1:"
        guard url.hasPrefix(prefix) else { return nil }
        let rest = url.dropFirst(prefix.count)
        let digits = rest.prefix { $0 != "/" }
        guard let port = UInt16(digits) else { return nil }
        let path = rest.dropFirst(digits.count)
        return (port, path.isEmpty ? "/" : String(path))
    }
}
