package import AI1Core

/// What an endpoint answered to one call, and which one it was.
package struct RPCReply: Sendable {
    /// The call's answer.
    package enum Outcome: Sendable, Hashable {
        case result(JSONValue)
        case failure(RPCFailure)
    }

    package let outcome: Outcome
    package let endpoint: RPCEndpoint
    package let method: String

    /// The result.
    /// - Throws: `ChainError` of code `refusedByNode` when the answer is an error
    package func result() throws(ChainError) -> JSONValue {
        switch outcome {
        case .result(let value): return value
        case .failure(let failure): throw error(for: failure)
        }
    }

    /// The node's own error in ai1's words.
    package func error(for failure: RPCFailure) -> ChainError {
        let words = failure.message.isEmpty ? "error \(failure.code)" : failure.message
        return ChainError(
            .refusedByNode, "\(endpoint.shown) refused \(method): \(words)",
            underlying: "JSON-RPC error \(failure.code)")
    }
}
