package import AI1Core
internal import Synchronization

/// A transport that stands for nodes of a chain, by the host of the request's URL (`https://one.example/…` is `one.example`).
/// A host without a handler cannot be reached.
package final class ScriptedNodes: HTTPTransport {
    /// What one call is answered with.
    package enum Answer: Sendable {
        case result(JSONValue)
        case error(code: Int64, message: String, data: JSONValue? = nil)
        /// This answer to the whole exchange, whatever the calls.
        case http(status: Int, headers: [(name: String, value: String)] = [], body: String = "")
        /// No answer to the whole exchange.
        case fault(ProviderFault)
    }

    /// Given the method, its parameters and how many calls this host has had before.
    package typealias Handler = @Sendable (_ method: String, _ parameters: [JSONValue], _ count: Int) -> Answer

    /// A call that came.
    package struct Call: Sendable {
        package let host: String
        package let method: String
        package let parameters: [JSONValue]
        package let request: HTTPRequest
    }

    private let handlers: [String: Handler]
    private let calls = Mutex<[Call]>([])
    private let isReversed: Bool

    /// - Parameter isReversed: whether the parts of a batch are answered from the last to the first
    package init(_ handlers: [String: Handler], isReversed: Bool = false) {
        self.handlers = handlers
        self.isReversed = isReversed
    }

    /// The calls so far, `eth_chainId` left out.
    package var seen: [Call] { all.filter { $0.method != "eth_chainId" } }
    /// The calls so far.
    package var all: [Call] { calls.withLock { $0 } }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let host = Self.host(request.url)
        guard let handler = handlers[host] else { throw ProviderFault(.unreachable, message: "cannot connect") }
        let body = try JSONParser.parse(request.body)
        var parts: [JSONValue] = []
        for one in body.array ?? [body] {
            let (method, parameters) = (one["method"]?.string ?? "", one["params"]?.array ?? [])
            let count = calls.withLock { calls in
                defer { calls.append(Call(host: host, method: method, parameters: parameters, request: request)) }
                return calls.count { $0.host == host }
            }
            switch handler(method, parameters, count) {
            case .result(let value): parts.append(["jsonrpc": "2.0", "id": one["id"] ?? .null, "result": value])
            case .error(let code, let message, let data):
                var error: JSONObject = ["code": .integer(code), "message": .string(message)]
                if let data { error["data"] = data }
                parts.append(["jsonrpc": "2.0", "id": one["id"] ?? .null, "error": .object(error)])
            case .http(let status, let headers, let text): return Self.response(status, headers, Array(text.utf8))
            case .fault(let fault): throw fault
            }
        }
        if isReversed { parts.reverse() }
        return Self.response(200, [], (body.array == nil ? parts[0] : .array(parts)).encoded())
    }

    private static func response(
        _ status: Int, _ headers: [(name: String, value: String)], _ body: [UInt8]
    ) -> HTTPResponse {
        HTTPResponse(head: HTTPHead(status: status, headers: headers), body: WholeBody(body))
    }

    private static func host(_ url: String) -> String {
        let place = url.split(separator: "/", omittingEmptySubsequences: true)
        return place.count < 2 ? "" : String(place[1].split(separator: "@").last ?? "")
    }
}
