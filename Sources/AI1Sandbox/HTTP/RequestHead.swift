/// The request line and what the header fields say about body and connection.
struct RequestHead: Sendable {
    enum Body: Sendable, Equatable { case none, fixed(Int), chunked }

    let method: String
    let path: String
    let query: String
    let isVersion11: Bool
    let keepAlive: Bool
    let body: Body
    let expectsContinue: Bool

    init(requestLine: String, fields: [RecordedRequest.Header]) throws(RequestParser.Failure) {
        let parts = requestLine.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].utf8.allSatisfy(Self.isToken), parts[1].hasPrefix("/")
        else {
            throw RequestParser.Failure(status: 400, message: "the request line is malformed")
        }
        guard parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else {
            throw RequestParser.Failure(status: 505, message: "only HTTP/1.1 is spoken here")
        }
        method = String(parts[0])
        let target = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0])
        query = target.count > 1 ? String(target[1]) : ""
        isVersion11 = parts[2] == "HTTP/1.1"
        var values: [String: String] = [:]
        for field in fields {
            let name = field.name.lowercased()
            if name == "content-length", let earlier = values[name], earlier != field.value {
                throw RequestParser.Failure(status: 400, message: "two lengths are given")
            }
            values[name] = field.value
        }
        let connection = values["connection"]?.lowercased() ?? ""
        keepAlive = isVersion11 ? !connection.contains("close") : connection.contains("keep-alive")
        expectsContinue = values["expect"]?.lowercased() == "100-continue"
        body = try Self.body(values["transfer-encoding"], values["content-length"])
    }

    private static func body(_ coding: String?, _ length: String?) throws(RequestParser.Failure) -> Body {
        if let coding {
            guard length == nil, coding.lowercased() == "chunked" else {
                throw RequestParser.Failure(status: 400, message: "the transfer coding is not understood")
            }
            return .chunked
        }
        guard let length else { return .none }
        guard !length.isEmpty, length.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let count = Int(length) else {
            throw RequestParser.Failure(status: 400, message: "the length is malformed")
        }
        return .fixed(count)
    }

    static func field(_ line: String) throws(RequestParser.Failure) -> RecordedRequest.Header {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line.utf8[..<colon].allSatisfy(isToken)
        else { throw RequestParser.Failure(status: 400, message: "a header field is malformed") }
        var value = line.utf8[line.utf8.index(after: colon)...]
        while value.first == 0x20 || value.first == 0x09 { value.removeFirst() }
        while value.last == 0x20 || value.last == 0x09 { value.removeLast() }
        return RecordedRequest.Header(name: String(line[..<colon]), value: String(Substring(value)))
    }

    /// The size in a chunk's first line, its extensions ignored; nil when there is none.
    static func chunkSize(_ line: [UInt8]) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// A token octet of RFC 9110, section 5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
