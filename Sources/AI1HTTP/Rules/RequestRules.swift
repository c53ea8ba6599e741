internal import AI1Core

/// What is refused before anything is sent.
enum RequestRules {
    /// Checks a request against its policy.
    /// - Returns: where it may connect to
    /// - Throws: `ProviderFault` of kind `refusedLocally`
    static func check(_ request: HTTPRequest, to destination: Destination) throws(ProviderFault) -> AddressRule {
        for header in request.headers { try check(header) }
        let hasSecret = destination.hasUserInfo || request.headers.contains(where: \.isSecret)
        switch request.policy {
        case .provider:
            if destination.isSecure { return .any }
            if destination.isLoopback { return .loopback }
            guard !hasSecret else {
                throw refusal("a key is never sent over plain http to \(destination.shownHost); use https")
            }
            return .any
        case .publicFetch:
            guard !hasSecret else { throw refusal("a URL that is fetched must not carry a user, password or key") }
            return .publicInternet
        }
    }

    /// The fields that frame a message belong to the transport.
    private static let framing: Set<String> = [
        "content-length", "transfer-encoding", "connection", "expect", "upgrade",
    ]

    /// A name must be a token (RFC 9110, 5.6.2) and a value free of controls but the tab (5.5).
    private static func check(_ header: HTTPHeader) throws(ProviderFault) {
        guard !header.name.isEmpty, header.name.utf8.allSatisfy(isToken) else {
            throw refusal("a header name has a character that is not allowed")
        }
        guard header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw refusal("the value of header \(header.name) has a control character")
        }
        guard !framing.contains(header.name.lowercased()) else {
            throw refusal("header \(header.name) belongs to the transport and cannot be set")
        }
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    private static func refusal(_ message: String) -> ProviderFault {
        ProviderFault(.refusedLocally, message: message)
    }
}
