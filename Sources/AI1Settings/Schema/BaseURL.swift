/// Base URLs of providers: RFC 3986, `http` and `https` only.
package enum BaseURL {
    /// The URL without trailing slashes, its scheme and host in lower case; nil when it is not an absolute http(s) URL,
    /// or carries a user name, query or fragment.
    package static func normalized(_ text: String) -> String? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https", text.utf8.count <= 2_048 else { return nil }
        let afterScheme = text[colon...].dropFirst()
        guard afterScheme.hasPrefix("//") else { return nil }
        let rest = afterScheme.dropFirst(2)
        let refused = "@?#\\\"<>^`{|}"
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !rest.contains(where: { refused.contains($0) }) else {
            return nil
        }
        let authority = rest.prefix { $0 != "/" }
        guard isAuthority(authority) else { return nil }
        var path = rest.dropFirst(authority.count)
        while path.hasSuffix("/") { path.removeLast() }
        return scheme + "://" + authority.lowercased() + path
    }

    /// `host`, `host:port`, `[v6]`, `[v6]:port`.
    private static func isAuthority(_ authority: Substring) -> Bool {
        var host = authority
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return false }
            host = authority[...end]
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
        }
        guard !host.isEmpty else { return false }
        let port = authority.dropFirst(host.count)
        if port.isEmpty { return true }
        guard port.first == ":", let number = UInt16(port.dropFirst()) else { return false }
        return number > 0
    }
}
