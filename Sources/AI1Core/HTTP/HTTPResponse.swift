/// The status line and header fields of an answer.
package struct HTTPHead: Sendable {
    package let status: Int
    /// Names in lower case, in the order of arrival.
    package let headers: [(name: String, value: String)]

    package init(status: Int, headers: [(name: String, value: String)]) {
        self.status = status
        self.headers = headers
    }

    /// The first value of a field, by its lower-case name.
    package subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// Where the time of an exchange went, in microseconds from its start; 0 for a phase that did not happen.
package struct HTTPTimings: Sendable, Hashable {
    package var nameLookup: Int64 = 0
    package var connect: Int64 = 0
    package var tls: Int64 = 0
    package var firstByte: Int64 = 0
    package var total: Int64 = 0
    /// Whether an open connection was used again.
    package var reusedConnection = false

    package init() {}
}

/// A response whose body is still to be read.
package struct HTTPResponse: Sendable {
    package let head: HTTPHead
    package let body: any HTTPBody

    package init(head: HTTPHead, body: any HTTPBody) {
        self.head = head
        self.body = body
    }
}

/// A body that is read piece by piece, bounded and with back-pressure. One reader only.
package protocol HTTPBody: Sendable {
    /// Waits for octets and puts all that have come in place of `buffer`'s content, whose storage is given to the producer
    /// to fill next.
    /// - Returns: false at the end of the body; `buffer` is then empty
    /// - Throws: `ProviderFault`
    func next(into buffer: inout [UInt8]) async throws -> Bool
    /// Ends the exchange at once; `next` then throws. Does nothing after the end.
    func cancel()
    /// The phases so far.
    var timings: HTTPTimings { get }
}

extension HTTPBody {
    /// Reads the rest of the body.
    /// - Parameter limit: the largest size in octets
    /// - Throws: `ProviderFault`; of kind `malformed` when the body is larger
    package func collect(limit: Int) async throws -> [UInt8] {
        var whole: [UInt8] = []
        var piece: [UInt8] = []
        while try await next(into: &piece) {
            guard whole.count + piece.count <= limit else {
                cancel()
                throw ProviderFault(.malformed, message: "the answer is larger than \(limit / 1_048_576) MiB")
            }
            whole.append(contentsOf: piece)
        }
        return whole
    }
}
