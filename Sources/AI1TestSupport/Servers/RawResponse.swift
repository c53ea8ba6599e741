/// A response as a raw client read it.
package struct RawResponse: Sendable {
    package var status = 0
    /// Names in lower case.
    package var headers: [(name: String, value: String)] = []
    /// The body with its chunks put together.
    package var body: [UInt8] = []
    /// Sizes of the chunks, in their order.
    package var chunks: [Int] = []
    /// How the connection ended before the response was complete; nil when it was complete.
    package var end: RawClient.End?

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a field, by its lower-case name.
    package subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    static func read(from client: RawClient) -> RawResponse {
        var response = RawResponse()
        let head = client.read(until: "\r\n\r\n")
        response.end = head.end
        guard head.end == nil else { return response }
        let lines = String(decoding: head.bytes, as: UTF8.self).split(separator: "\r\n")
        response.status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            response.headers.append((parts[0].lowercased(), String(parts[1].drop { $0 == " " })))
        }
        if let length = response["content-length"].flatMap({ Int($0) }) {
            response.end = response.readBody(length, client)
        } else if response["transfer-encoding"] == "chunked" {
            response.readChunks(client)
        } else {
            (response.body, response.end) = client.readToEnd()
        }
        return response
    }

    private mutating func readBody(_ count: Int, _ client: RawClient) -> RawClient.End? {
        var left = count
        while left > 0 {
            let (bytes, end) = client.read(limit: min(left, 65_536))
            body += bytes
            left -= bytes.count
            if let end { return end }
        }
        return nil
    }

    private mutating func readChunks(_ client: RawClient) {
        while true {
            let line = client.read(until: "\r\n")
            end = line.end
            guard end == nil else { return }
            let size = Int(String(decoding: line.bytes.dropLast(2), as: UTF8.self), radix: 16) ?? 0
            if size > 0 {
                chunks.append(size)
                end = readBody(size, client)
            }
            guard end == nil else { return }
            end = client.read(until: "\r\n").end
            if size == 0 || end != nil { return }
        }
    }
}
