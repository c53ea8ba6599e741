package import AI1Core

/// One call of JSON-RPC 2.0, before it has an id.
package struct RPCRequest: Sendable, Hashable {
    package var method: String
    package var parameters: [JSONValue]

    package init(_ method: String, _ parameters: [JSONValue] = []) {
        self.method = method
        self.parameters = parameters
    }
}
