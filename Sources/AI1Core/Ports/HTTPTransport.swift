/// Sends HTTP requests: curl in the program, the simulation for the sandbox.
package protocol HTTPTransport: Sendable {
    /// Sends a request and returns as soon as the final response's header fields are there. Cancelling the task closes the transfer.
    /// - Throws: `ProviderFault` of the kinds `unreachable`, `transient`, `stalled`, `redirected`, `refusedLocally`, `deadline`, `malformed`; `CancellationError`
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}
