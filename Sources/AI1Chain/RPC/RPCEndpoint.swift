internal import AI1Core

/// A URL of a JSON-RPC endpoint. User, password, path and query may be keys: only scheme and host are ever shown.
package struct RPCEndpoint: Sendable {
    /// The whole URL, for the transport alone.
    let url: Secret
    /// `https://host` or `http://host:port`: what messages name it by.
    package let shown: String
    /// Words of the URL that could be keys, to be cut out of what a node or the transport says.
    let keys: [Secret]

    private static let longestURL = 2_048
    /// A shorter word is more likely an everyday one than a key.
    private static let shortestKey = 6

    /// Reads a URL: https to anywhere, plain http to this machine only.
    /// - Throws: `ChainError` of code `configuration`
    package init(_ text: String) throws(ChainError) {
        let parts = try Parts(text)
        shown = parts.scheme + "://" + parts.host + (parts.port.isEmpty ? "" : ":" + parts.port)
        guard parts.scheme == "https" || Self.isLoopback(parts.host) else {
            throw ChainError(
                .configuration, "plain http to another machine is refused: \(shown)",
                hint: "use https; plain http is for this machine only (127.0.0.1, [::1], localhost)")
        }
        url = Secret(text, fingerprint: "")
        let words = (parts.userInfo + "/" + parts.rest).split { "/?&=:@.;,".contains($0) }
        keys = words.filter { $0.utf8.count >= Self.shortestKey }.map { Secret(String($0), fingerprint: "") }
    }

    /// Octets of a text from outside that are looked at: nobody reads more of an error.
    private static let largestText = 4_096

    /// The text on one line without what could be a key of this endpoint.
    package func cleaned(_ text: String) -> String {
        let isCut = text.utf8.count > Self.largestText
        var line = isCut ? String(decoding: text.utf8.prefix(Self.largestText), as: UTF8.self) : text
        for key in keys {
            let pieces = line.split(separator: key.reveal(), omittingEmptySubsequences: false)
            line = pieces.joined(separator: "[redacted]")
        }
        if isCut {
            // The cut may have parted a key, whose beginning would not be known as one.
            let longest = keys.map { $0.reveal().utf8.count }.max() ?? 0
            line = String(decoding: line.utf8.dropLast(longest), as: UTF8.self)
        }
        return TerminalCleaner.cleanLine(line)
    }

    /// 127.0.0.0/8 in its usual form, `[::1]` or `localhost`, with no resolver asked.
    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}

extension RPCEndpoint {
    /// The parts of a URL, read strictly, so that the host that is checked is the one that is connected to.
    private struct Parts {
        let scheme: String
        let userInfo: Substring
        /// In lower case; IPv6 in brackets.
        let host: String
        let port: Substring
        /// Path and query.
        let rest: Substring

        init(_ text: String) throws(ChainError) {
            let refused = "\\\"<>^`{|}#"
            guard text.utf8.count <= RPCEndpoint.longestURL, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
                !text.contains(where: { refused.contains($0) }), let mark = text.firstRange(of: "://")
            else { throw Self.invalid }
            scheme = text[..<mark.lowerBound].lowercased()
            guard scheme == "https" || scheme == "http" else {
                throw ChainError(.configuration, "an RPC URL is neither http nor https", hint: Self.hint)
            }
            let afterScheme = text[mark.upperBound...]
            let end = afterScheme.firstIndex { $0 == "/" || $0 == "?" } ?? afterScheme.endIndex
            rest = afterScheme[end...]
            let authority = afterScheme[..<end].split(separator: "@", omittingEmptySubsequences: false)
            guard authority.count <= 2, let place = authority.last else { throw Self.invalid }
            userInfo = authority.count == 2 ? authority[0] : ""
            let hostEnd =
                place.hasPrefix("[")
                ? place.firstIndex(of: "]").map(place.index(after:)) ?? place.startIndex
                : place.firstIndex(of: ":") ?? place.endIndex
            host = place[..<hostEnd].lowercased()
            let tail = place[hostEnd...]
            port = tail.dropFirst()
            guard Self.isHost(host), tail.isEmpty || tail.first == ":" && UInt16(port) ?? 0 > 0, !port.hasPrefix("+")
            else { throw Self.invalid }
        }

        private static func isHost(_ host: String) -> Bool {
            if host.hasPrefix("[") {
                return host.utf8.count > 4 && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" }
            }
            return !host.isEmpty
                && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" }
        }

        private static let hint = "an RPC URL looks like https://HOST/PATH or http://127.0.0.1:8545"
        // Not quoted: it may hold a key.
        private static let invalid = ChainError(.configuration, "an RPC URL is not a valid URL", hint: hint)
    }
}
