/// The status line and header fields of an answer, rendered.
struct ResponseHead: Sendable {
    enum Body: Sendable, Equatable {
        case fixed(Int)
        case chunked
        /// The body ends with the connection (HTTP/1.0).
        case untilClose
    }

    var status: Int
    var contentType: String?
    var body: Body
    var keepAlive: Bool
    var extra: [(name: String, value: String)] = []

    func rendered() -> [UInt8] {
        var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\nServer: ai1-sandbox\r\n"
        if let contentType { text += "Content-Type: \(contentType)\r\n" }
        switch body {
        case .fixed(let count): text += "Content-Length: \(count)\r\n"
        case .chunked: text += "Transfer-Encoding: chunked\r\n"
        case .untilClose: break
        }
        if !keepAlive { text += "Connection: close\r\n" }
        for (name, value) in extra { text += "\(name): \(Self.safe(value))\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// Leaves nothing in a value that could end the line.
    private static func safe(_ value: String) -> String {
        String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 100: "Continue"
        case 200: "OK"
        case 302: "Found"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 402: "Payment Required"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 422: "Unprocessable Content"
        case 425: "Too Early"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: "Status"
        }
    }

    /// Appends octets as one chunk.
    static func appendChunk(_ bytes: [UInt8], to output: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        output.append(contentsOf: (String(bytes.count, radix: 16) + "\r\n").utf8)
        output.append(contentsOf: bytes)
        output.append(contentsOf: [0x0D, 0x0A])
    }

    static let lastChunk = Array("0\r\n\r\n".utf8)
}
