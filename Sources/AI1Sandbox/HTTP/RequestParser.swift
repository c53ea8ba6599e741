/// A state machine that reads HTTP/1.1 requests (RFC 9112) from octets in pieces of any size.
package struct RequestParser: Sendable {
    /// Limits in octets.
    package struct Limits: Sendable {
        package var headBytes = 64 * 1024
        package var bodyBytes = 64 * 1024 * 1024

        package init() {}
    }

    /// A request that cannot be served, with the status to answer; the connection is then closed.
    package struct Failure: Error, Sendable, Hashable {
        package let status: Int
        package let message: String

        package init(status: Int, message: String) {
            self.status = status
            self.message = message
        }
    }

    /// A whole request, and what its head says about the connection.
    package struct Parsed: Sendable {
        package let request: RecordedRequest
        /// Whether the connection may serve another request.
        package let keepAlive: Bool
        /// Whether the client understands chunks (HTTP/1.1).
        package let isVersion11: Bool
    }

    private enum State: Sendable {
        case head
        case fixedBody(left: Int)
        case chunkSize
        case chunkData(left: Int)
        case chunkEnd
        case trailers
    }

    private let limits: Limits
    private var state = State.head
    private var line: [UInt8] = []
    private var headBytes = 0
    private var head: RequestHead?
    private var requestLine: String?
    private var fields: [RecordedRequest.Header] = []
    private var body: [UInt8] = []
    /// Whether the client waits for `100 Continue` before it sends the body.
    package private(set) var awaitsContinue = false

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Whether a request has begun and is not complete.
    package var isInRequest: Bool {
        if case .head = state { headBytes > 0 } else { true }
    }

    /// Reads from `bytes` until a request is complete or they are used up.
    /// - Returns: how many octets were used, and the request if it is complete
    /// - Throws: `RequestParser.Failure`
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> (used: Int, parsed: Parsed?) {
        var position = 0
        while position < bytes.count {
            switch state {
            case .fixedBody(let left), .chunkData(let left):
                let count = min(left, bytes.count - position)
                body.append(contentsOf: bytes[position..<(position + count)])
                position += count
                if let parsed = advanceBody(left - count) { return (position, parsed) }
            case .head, .chunkSize, .chunkEnd, .trailers:
                let byte = bytes[position]
                position += 1
                try countHead()
                guard byte == 0x0A else {
                    line.append(byte)
                    continue
                }
                if line.last == 0x0D { line.removeLast() }
                if let parsed = try takeLine() { return (position, parsed) }
            }
        }
        return (position, nil)
    }

    /// Says that `100 Continue` was sent.
    package mutating func continued() { awaitsContinue = false }

    private mutating func countHead() throws(Failure) {
        headBytes += 1
        guard headBytes <= limits.headBytes else {
            throw Failure(status: 431, message: "the header fields are larger than \(limits.headBytes) bytes")
        }
    }

    private mutating func advanceBody(_ left: Int) -> Parsed? {
        if case .fixedBody = state {
            state = .fixedBody(left: left)
            return left == 0 ? complete() : nil
        }
        state = left == 0 ? .chunkEnd : .chunkData(left: left)
        return nil
    }

    private mutating func takeLine() throws(Failure) -> Parsed? {
        defer { line.removeAll(keepingCapacity: true) }
        switch state {
        case .head:
            guard line.isEmpty else {
                try takeHeadLine()
                return nil
            }
            // Empty lines before a request are skipped (RFC 9112, section 2.2).
            guard let requestLine else {
                headBytes = 0
                return nil
            }
            let head = try RequestHead(requestLine: requestLine, fields: fields)
            self.head = head
            return try beginBody(head)
        case .chunkSize:
            guard let size = RequestHead.chunkSize(line), body.count + size <= limits.bodyBytes else {
                throw RequestHead.chunkSize(line) == nil
                    ? Failure(status: 400, message: "a chunk size is malformed") : tooLarge
            }
            headBytes = 0
            state = size == 0 ? .trailers : .chunkData(left: size)
        case .chunkEnd:
            guard line.isEmpty else { throw Failure(status: 400, message: "a chunk is longer than its size") }
            state = .chunkSize
        case .trailers:
            if line.isEmpty { return complete() }
        case .fixedBody, .chunkData: break
        }
        return nil
    }

    private mutating func takeHeadLine() throws(Failure) {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw Failure(status: 400, message: "the head is not text")
        }
        guard requestLine != nil else {
            requestLine = text
            return
        }
        fields.append(try RequestHead.field(text))
    }

    private mutating func beginBody(_ head: RequestHead) throws(Failure) -> Parsed? {
        switch head.body {
        case .none: return complete()
        case .fixed(let count):
            guard count <= limits.bodyBytes else { throw tooLarge }
            if count == 0 { return complete() }
            body.reserveCapacity(count)
            state = .fixedBody(left: count)
        case .chunked:
            headBytes = 0
            state = .chunkSize
        }
        awaitsContinue = head.expectsContinue
        return nil
    }

    private var tooLarge: Failure {
        Failure(status: 413, message: "the body is larger than \(limits.bodyBytes) bytes")
    }

    private mutating func complete() -> Parsed? {
        guard let head else { return nil }
        let parsed = Parsed(
            request: RecordedRequest(
                order: 0, method: head.method, path: head.path, query: head.query, headers: fields, body: body),
            keepAlive: head.keepAlive, isVersion11: head.isVersion11)
        self = RequestParser(limits: limits)
        return parsed
    }
}
