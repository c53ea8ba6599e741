/// One HTTP request as a value, before any transport.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }

    package var method: Method
    package var url: String
    package var headers: [HTTPHeader]
    package var body: [UInt8]
    package var limits: HTTPLimits
    package var policy: HTTPPolicy
    /// Keys in the URL: cut out of what is shown of the exchange.
    package var hiddenWords: [Secret] = []

    package init(
        method: Method, url: String, headers: [HTTPHeader] = [], body: [UInt8] = [],
        limits: HTTPLimits = HTTPLimits(), policy: HTTPPolicy = .provider
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.policy = policy
    }
}

/// One header field. A value that carries a key is kept apart from its scheme so that it can be shown redacted.
package struct HTTPHeader: Sendable {
    package let name: String
    private let text: String
    private let secret: Secret?

    package init(_ name: String, _ value: String) {
        self.name = name
        text = value
        secret = nil
    }

    /// A header whose value is `prefix` followed by a secret: `Authorization`, `Bearer `, key.
    package init(_ name: String, prefix: String = "", secret: Secret) {
        self.name = name
        text = prefix
        self.secret = secret
    }

    /// The value to send.
    package var value: String { text + (secret?.reveal() ?? "") }

    /// The value to show.
    package var redactedValue: String { secret == nil ? text : text + "[redacted]" }

    package var isSecret: Bool { secret != nil }
}

/// The limits of one exchange. Times in milliseconds, sizes in octets.
package struct HTTPLimits: Sendable, Hashable {
    package var connectTimeoutMilliseconds: Int64 = 10_000
    /// No octet for so long, before or after the headers.
    package var stallTimeoutMilliseconds: Int64 = 60_000
    /// From the start of the exchange to its end; nil for none.
    package var deadlineMilliseconds: Int64?
    package var headerBytes = 64 * 1024
    /// Largest body in octets after content decoding; nil for a stream of unlimited length.
    package var bodyBytes: Int?

    package init() {}
}

/// Who is being called, which decides what is allowed.
package enum HTTPPolicy: Sendable, Hashable {
    /// A provider: no redirect is followed; keys over plain http go to loopback only.
    case provider
    /// A URL from the user or a provider's answer: no credentials, redirects followed up to a limit, private addresses
    /// refused after resolution at every hop.
    case publicFetch
}
