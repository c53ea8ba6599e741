/// What the caller decides about the transport once, for all requests.
package struct TransportSettings: Sendable {
    /// The User-Agent of requests that have none of their own.
    package var userAgent: String
    /// A file of trusted certificates in PEM form in place of libcurl's own.
    package var caBundle: String?
    /// Receives what `curl --verbose` would show, a line at a time: keys redacted, control characters removed. Called
    /// on the engine's thread.
    package var trace: (@Sendable (String) -> Void)?

    /// Which addresses a public fetch may reach. Tests, which have only this machine, put their own rule here.
    var isPublic: @Sendable (IPAddress) -> Bool = { $0.isPublic }

    package init(
        userAgent: String, caBundle: String? = nil, trace: (@Sendable (String) -> Void)? = nil
    ) {
        self.userAgent = userAgent
        self.caBundle = caBundle
        self.trace = trace
    }

    /// The certificates that the environment asks for: SSL_CERT_FILE, else CURL_CA_BUNDLE. Proxies are libcurl's own
    /// affair.
    package static func caBundle(environment: [String: String]) -> String? {
        for name in ["SSL_CERT_FILE", "CURL_CA_BUNDLE"] {
            if let path = environment[name], !path.isEmpty { return path }
        }
        return nil
    }
}
