internal import AI1Core

/// An error object that the node answered (JSON-RPC 2.0).
package struct EVMNodeError: Error, Sendable, Hashable, CustomStringConvertible {
    package let method: String
    package let code: Int64
    package let message: String
    /// The octets of a revert as 0x-hex, if it has any.
    package let data: String?

    init(method: String, error: JSONValue) {
        self.method = method
        code = error["code"]?.number?.int64 ?? 0
        message = error["message"]?.string ?? ""
        data = error["data"]?.string
    }

    package var description: String { "\(method): \(message) (\(code))" }
}
