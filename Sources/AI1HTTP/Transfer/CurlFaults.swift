internal import AI1Core
internal import CCurl

/// What libcurl's result codes mean in the terms of the fault table.
struct CurlFaults {
    /// Where and how far the exchange was when it failed.
    struct Context {
        var destination: String
        var host: String
        /// Whether the request began to go out.
        var isConnected: Bool
        /// Whether the sender has the answer's head already.
        var hasHead: Bool
        var connectTimeoutMilliseconds: Int64
        var bodyLimit: Int?
    }

    let context: Context

    /// - Parameter text: libcurl's own words
    func fault(_ code: CURLcode, text: String) -> ProviderFault {
        let (kind, message) = meaning(of: code)
        return ProviderFault(
            kind, message: message,
            underlying: TerminalCleaner.cleanLine("curl (\(code.rawValue)): \(text)", limit: 400))
    }

    private func meaning(of code: CURLcode) -> (FaultKind, String) {
        switch code {
        case CURLE_URL_MALFORMAT: (.refusedLocally, "invalid URL")
        case CURLE_COULDNT_RESOLVE_HOST: (.unreachable, "cannot find host \(context.host)")
        case CURLE_COULDNT_RESOLVE_PROXY: (.unreachable, "cannot find the proxy's host")
        case CURLE_COULDNT_CONNECT: (.unreachable, "cannot connect to \(context.destination)")
        case CURLE_PROXY: (.unreachable, "the proxy refused to connect to \(context.destination)")
        case CURLE_OPERATION_TIMEDOUT:
            (
                .unreachable,
                "cannot connect to \(context.destination) within \(Self.duration(context.connectTimeoutMilliseconds))"
            )
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            (.unreachable, "TLS certificate problem with \(context.host)")
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE:
            (.unreachable, "the file of trusted certificates cannot be read")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED, CURLE_SSL_CLIENTCERT:
            (.unreachable, "cannot agree on TLS with \(context.destination)")
        case CURLE_GOT_NOTHING: lost("the connection was closed without an answer")
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: (.malformed, "the answer is not HTTP")
        case CURLE_BAD_CONTENT_ENCODING: (.malformed, "the answer's compression is damaged")
        case CURLE_FILESIZE_EXCEEDED: (.malformed, Self.tooLarge(context.bodyLimit ?? 0))
        case CURLE_OUT_OF_MEMORY:
            context.hasHead
                ? (.malformed, "the answer is compressed beyond reason")
                : (.malformed, "the answer's head is too large")
        default: lost("the connection was lost before an answer came")
        }
    }

    /// A connection that broke: while connecting, before the head, or in the body.
    private func lost(_ early: String) -> (FaultKind, String) {
        if context.hasHead { return (.cut, "the connection was lost before the answer was complete") }
        if context.isConnected { return (.transient, early) }
        return (.unreachable, "cannot connect to \(context.destination)")
    }

    /// A body that exceeds its limit.
    static func tooLarge(_ limit: Int) -> String {
        limit >= 1_048_576
            ? "the answer is larger than \(limit / 1_048_576) MiB" : "the answer is larger than \(limit) bytes"
    }

    /// Whole seconds as `60 s`, anything else as `1500 ms`.
    static func duration(_ milliseconds: Int64) -> String {
        milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
    }
}
