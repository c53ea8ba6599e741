internal import AI1Core

/// The parts of an HTTP request that all dialects write alike.
enum WireRequest {
    /// What a dialect says about how it sends its key.
    enum KeyHeader { case bearer, named(String) }

    /// A `POST` of a JSON body.
    /// - Parameters:
    ///   - path: appended to the base URL
    ///   - accept: the media type of the answer that is wanted
    static func post(
        _ endpoint: Endpoint, path: String, accept: String, key: KeyHeader, extra: [HTTPHeader] = [], body: JSONValue,
        stream: Bool
    ) -> HTTPRequest {
        var limits = HTTPLimits()
        if !stream { limits.bodyBytes = 64 * 1024 * 1024 }
        return HTTPRequest(
            method: .post, url: base(endpoint) + path,
            headers: [HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", accept)]
                + credentials(endpoint, key) + extra + endpoint.headers,
            body: body.encoded(), limits: limits)
    }

    /// A `POST` of something else than JSON, answered in one piece.
    static func post(
        _ endpoint: Endpoint, path: String, accept: String, key: KeyHeader, contentType: String, octets: [UInt8]
    ) -> HTTPRequest {
        var limits = HTTPLimits()
        limits.bodyBytes = 64 * 1024 * 1024
        return HTTPRequest(
            method: .post, url: base(endpoint) + path,
            headers: [HTTPHeader("Content-Type", contentType), HTTPHeader("Accept", accept)]
                + credentials(endpoint, key) + endpoint.headers,
            body: octets, limits: limits)
    }

    /// A `GET` of a JSON document.
    static func get(
        _ endpoint: Endpoint, path: String, key: KeyHeader, extra: [HTTPHeader] = []
    ) -> HTTPRequest {
        var limits = HTTPLimits()
        limits.bodyBytes = 64 * 1024 * 1024
        return HTTPRequest(
            method: .get, url: base(endpoint) + path,
            headers: [HTTPHeader("Accept", "application/json")] + credentials(endpoint, key) + extra + endpoint.headers,
            limits: limits)
    }

    /// The base URL without slashes at its end.
    static func base(_ endpoint: Endpoint) -> String {
        var url = Substring(endpoint.baseURL)
        while url.last == "/" { url.removeLast() }
        return String(url)
    }

    private static func credentials(_ endpoint: Endpoint, _ header: KeyHeader) -> [HTTPHeader] {
        guard let key = endpoint.key else { return [] }
        switch header {
        case .bearer: return [HTTPHeader("Authorization", prefix: "Bearer ", secret: key)]
        case .named(let name): return [HTTPHeader(name, secret: key)]
        }
    }

    /// The media type to accept from an event stream or a document.
    static func accept(_ stream: Bool) -> String { stream ? "text/event-stream" : "application/json" }

    /// Refuses what is not text, for a protocol that knows nothing else.
    static func onlyText(_ request: ChatRequest, _ dialect: String) throws(ProviderFault) {
        guard request.output == .text else {
            throw inexpressible("a wish for \(request.output.kind.rawValue)", dialect)
        }
    }

    /// A fault for something that a protocol has no words for.
    static func inexpressible(_ what: String, _ dialect: String) -> ProviderFault {
        ProviderFault(.badRequest, message: "\(dialect) has no way to send \(what)")
    }
}
