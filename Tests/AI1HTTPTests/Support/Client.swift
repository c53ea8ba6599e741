import AI1Core
import Testing

@testable import AI1HTTP

/// A transport for one test.
func makeTransport(_ change: (inout TransportSettings) -> Void = { _ in }) -> CurlTransport {
    var settings = TransportSettings(userAgent: "ai1-test")
    change(&settings)
    return CurlTransport(settings: settings)
}

/// Limits with one or more of them changed.
func limits(_ change: (inout HTTPLimits) -> Void) -> HTTPLimits {
    var limits = HTTPLimits()
    change(&limits)
    return limits
}

extension CurlTransport {
    /// Sends and reads all.
    func fetch(_ request: HTTPRequest) async throws -> (head: HTTPHead, body: [UInt8]) {
        let response = try await send(request)
        return (response.head, try await response.body.collect(limit: 1 << 30))
    }

    /// Sends a GET and reads all as text.
    func text(_ url: String) async throws -> String {
        String(decoding: try await fetch(HTTPRequest(method: .get, url: url)).body, as: UTF8.self)
    }
}

/// The fault that ends `work`; a recorded issue when it ends otherwise.
func fault(
    sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> Void
) async -> ProviderFault? {
    do {
        try await work()
        Issue.record("it did not fail", sourceLocation: sourceLocation)
    } catch let fault as ProviderFault {
        return fault
    } catch {
        Issue.record("it failed with \(error)", sourceLocation: sourceLocation)
    }
    return nil
}

/// An answer with a Content-Length.
func answer(_ body: String, status: String = "200 OK", headers: [String] = []) -> String {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}
