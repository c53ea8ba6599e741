/// A request as it was on the wire.
package struct RecordedRequest: Sendable, Hashable {
    /// The place in the order in which requests were complete, from 1.
    package internal(set) var order: Int
    package let method: String
    /// The path with its percent escapes, without the query.
    package let path: String
    /// What follows `?`; empty when nothing does.
    package let query: String
    /// Names as they were sent, in their order.
    package let headers: [Header]
    package let body: [UInt8]

    /// One header field.
    package struct Header: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    /// The first value of a field, whatever the case of its name.
    package subscript(header name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// The value of a query parameter, as it was sent.
    package func parameter(_ name: String) -> String? {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts[0] == name { return parts.count > 1 ? String(parts[1]) : "" }
        }
        return nil
    }
}
