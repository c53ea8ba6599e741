package import AI1Core

/// HTTP to a port of 127.0.0.1, without libcurl: one connection an exchange. It blocks the thread that it is called on, which a
/// test may.
package struct LoopbackTransport: HTTPTransport {
    package init() {}

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let prefix = "http://127.0.0.1:"
        guard request.url.hasPrefix(prefix),
            let port = UInt16(request.url.dropFirst(prefix.count).prefix { $0 != "/" })
        else { throw ProviderFault(.refusedLocally, message: "not a port of 127.0.0.1") }
        let seconds = max(1, ((request.limits.deadlineMilliseconds ?? 10_000) + 999) / 1_000)
        let client: RawClient
        do { client = try RawClient(port: port, timeoutSeconds: Int(seconds)) } catch {
            throw ProviderFault(.unreachable, message: "cannot connect")
        }
        client.post("/", String(decoding: request.body, as: UTF8.self))
        let response = client.readResponse()
        switch response.end {
        case .timedOut: throw ProviderFault(.deadline, message: "no answer in time")
        case .closed, .reset: throw ProviderFault(.transient, message: "the connection ended early")
        case nil: break
        }
        return HTTPResponse(
            head: HTTPHead(status: response.status, headers: response.headers), body: WholeBody(response.body))
    }
}
