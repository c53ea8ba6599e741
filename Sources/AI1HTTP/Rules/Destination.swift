internal import AI1Core
internal import CCurl

/// Where a request goes, read by libcurl's own URL parser and given to libcurl in that form: the host that is checked
/// is the host that is connected to.
final class Destination {
    private let library: CurlLibrary
    let handle: OpaquePointer
    let isSecure: Bool
    /// In lower case; IPv6 in brackets. For comparing, not for showing.
    private let host: String
    private let port: Int
    let hasUserInfo: Bool

    /// - Throws: `ProviderFault` of kind `refusedLocally` for an invalid URL or another scheme than http and https
    convenience init(_ text: String, library: CurlLibrary) throws(ProviderFault) {
        guard let handle = ai1_curl_url_new(library.functions) else { throw Self.invalid("out of memory") }
        try self.init(handle, setting: text, flags: 0, library: library)
    }

    /// Takes over `handle`.
    private init(
        _ handle: OpaquePointer, setting text: String, flags: UInt32, library: CurlLibrary
    ) throws(ProviderFault) {
        self.library = library
        self.handle = handle
        let code =
            text.utf8.contains(0) ? CURLUE_MALFORMED_INPUT : ai1_curl_url_set(library.functions, handle, text, flags)
        guard code == CURLUE_OK else {
            ai1_curl_url_free(library.functions, handle)
            if code == CURLUE_UNSUPPORTED_SCHEME { throw Self.otherScheme }
            throw Self.invalid("curl URL parser: error \(code.rawValue)")
        }
        let part = { (part: CURLUPart, flags: Int32) -> String? in
            guard let text = ai1_curl_url_get(library.functions, handle, part, UInt32(flags)) else { return nil }
            defer { ai1_curl_free(library.functions, text) }
            return String(cString: text)
        }
        let scheme = part(CURLUPART_SCHEME, 0)
        isSecure = scheme == "https"
        host = (part(CURLUPART_HOST, 0) ?? "").lowercased()
        port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap { Int($0) } ?? 0
        hasUserInfo = part(CURLUPART_USER, 0) != nil || part(CURLUPART_PASSWORD, 0) != nil
        guard scheme == "http" || scheme == "https" else { throw Self.otherScheme }
        guard !host.isEmpty else { throw Self.invalid("it has no host") }
    }

    deinit {
        ai1_curl_url_free(library.functions, handle)
    }

    /// What a Location field leads to from here (RFC 9110, 10.2.2).
    func following(_ location: String) throws(ProviderFault) -> Destination {
        guard let copy = ai1_curl_url_copy(library.functions, handle) else { throw Self.invalid("out of memory") }
        return try Destination(copy, setting: location, flags: UInt32(CURLU_URLENCODE), library: library)
    }

    /// The whole URL.
    var url: String {
        guard let text = ai1_curl_url_get(library.functions, handle, CURLUPART_URL, 0) else { return "" }
        defer { ai1_curl_free(library.functions, text) }
        return String(cString: text)
    }

    /// The host, safe for a message: it may come from a stranger's Location field.
    var shownHost: String { TerminalCleaner.cleanLine(host, limit: 253) }
    var shownHostAndPort: String { "\(shownHost):\(port)" }

    /// Whether the host is this machine by its very name or number, with no resolver asked.
    var isLoopback: Bool { host == "localhost" || IPAddress(host)?.isLoopback == true }

    private static let otherScheme = ProviderFault(.refusedLocally, message: "the URL is neither http nor https")

    private static func invalid(_ reason: String) -> ProviderFault {
        ProviderFault(.refusedLocally, message: "invalid URL", underlying: reason)
    }
}
