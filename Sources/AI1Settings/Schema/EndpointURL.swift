/// URLs of JSON-RPC endpoints: like those of providers, and with a query, in which some services want their key.
package enum EndpointURL {
    /// The URL with scheme and host in lower case; nil when it is not an absolute http(s) URL, or carries a user name or a
    /// fragment.
    package static func normalized(_ text: String) -> String? {
        let mark = text.firstIndex(of: "?") ?? text.endIndex
        guard let base = BaseURL.normalized(String(text[..<mark])) else { return nil }
        let query = text[mark...]
        let refused = "#@\\\"<>^`{|}"
        guard query.utf8.count <= 2_048, query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !query.contains(where: { refused.contains($0) })
        else { return nil }
        return base + query
    }

    /// The host with its port, which is all that is shown of an endpoint: path and query may hold a key.
    package static func host(of url: String) -> String {
        guard let start = url.firstRange(of: "://") else { return Display.name(url) }
        return Display.name(String(url[start.upperBound...].prefix { $0 != "/" && $0 != "?" }))
    }
}
