internal import AI1Core
internal import CCurl

extension Transfer {
    /// Octets that libcurl reads at once.
    private static let bufferBytes = 256 * 1024
    /// A body up to this size is copied and goes out together with the head; a larger one is read from where it lies.
    private static let copiedBodyBytes = 64 * 1024

    /// Says everything about the transfer to libcurl.
    /// - Throws: `ProviderFault` when libcurl refuses an option that must hold
    func configure() throws(ProviderFault) {
        let limits = exchange.request.limits
        try must(ai1_curl_set_url(library.functions, easy, destination.handle))
        try must(ai1_curl_set_http_only(library.functions, easy))
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(clamping: min(limits.connectTimeoutMilliseconds, 1 << 30))))
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_BUFFERSIZE, Self.bufferBytes)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_ACCEPT_ENCODING, "")
        try set(CURLOPT_USERAGENT, settings.userAgent)
        if let bundle = settings.caBundle { try set(CURLOPT_CAINFO, bundle) }
        if let limit = limits.bodyBytes {
            try must(ai1_curl_set_offset(library.functions, easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limit)))
        }
        // A libcurl without HTTP/2 says so here and speaks HTTP/1.1.
        _ = ai1_curl_set_long(library.functions, easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        ai1_curl_set_quick_exit(library.functions, easy)
        if rule != .any { try set(CURLOPT_PROXY, "") }
        // A connection that was opened under another rule has not passed this one.
        if rule == .publicInternet { try set(CURLOPT_FRESH_CONNECT, 1) }
        try setBody()
        try setHeaders()
        try setCallbacks()
    }

    private func setBody() throws(ProviderFault) {
        let body = exchange.request.body
        guard exchange.request.method == .post else { return try set(CURLOPT_HTTPGET, 1) }
        try set(CURLOPT_POST, 1)
        try must(ai1_curl_set_offset(library.functions, easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
        if body.isEmpty {
            try set(CURLOPT_COPYPOSTFIELDS, "")
        } else if body.count <= Self.copiedBodyBytes {
            try must(
                body.withUnsafeBytes {
                    ai1_curl_set_pointer(library.functions, easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
                })
        } else {
            let me = Unmanaged.passUnretained(self).toOpaque()
            try must(ai1_curl_set_read(library.functions, easy, Self.onRead))
            try must(ai1_curl_set_pointer(library.functions, easy, CURLOPT_READDATA, me))
            try must(ai1_curl_set_seek(library.functions, easy, Self.onSeek))
            try must(ai1_curl_set_pointer(library.functions, easy, CURLOPT_SEEKDATA, me))
        }
    }

    private func setHeaders() throws(ProviderFault) {
        let headers = exchange.request.headers
        // libcurl waits for a "100 Continue", and calls every POST a form, unless told not to.
        var lines = ["Expect:"]
        if exchange.request.method == .post, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            lines.append("Content-Type:")
        }
        // A semicolon is libcurl's way to send a field without a value.
        lines += headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for line in lines {
            guard let list = ai1_curl_list_append(library.functions, headerList, line) else {
                throw ProviderFault(.refusedLocally, message: "libcurl has no memory for the headers")
            }
            headerList = list
        }
        try must(ai1_curl_set_headers(library.functions, easy, headerList))
    }

    private func setCallbacks() throws(ProviderFault) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PRIVATE] {
            try must(ai1_curl_set_pointer(library.functions, easy, option, me))
        }
        try must(ai1_curl_set_pointer(library.functions, easy, CURLOPT_ERRORBUFFER, errorBuffer))
        try must(ai1_curl_set_write(library.functions, easy, CURLOPT_WRITEFUNCTION, Self.onBody))
        try must(ai1_curl_set_write(library.functions, easy, CURLOPT_HEADERFUNCTION, Self.onHeader))
        try must(ai1_curl_set_open_socket(library.functions, easy, Self.onOpenSocket))
        if settings.trace != nil {
            try must(ai1_curl_set_pointer(library.functions, easy, CURLOPT_DEBUGDATA, me))
            try must(ai1_curl_set_debug(library.functions, easy, Self.onDebug))
            try set(CURLOPT_VERBOSE, 1)
        }
    }

    private func set(_ option: CURLoption, _ value: Int) throws(ProviderFault) {
        try must(ai1_curl_set_long(library.functions, easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(ProviderFault) {
        try must(ai1_curl_set_string(library.functions, easy, option, value))
    }

    private func must(_ code: CURLcode) throws(ProviderFault) {
        guard code == CURLE_OK else {
            throw ProviderFault(
                .refusedLocally, message: "the installed libcurl cannot do what ai1 needs",
                underlying: "curl (\(code.rawValue)): \(library.text(of: code))")
        }
    }
}
