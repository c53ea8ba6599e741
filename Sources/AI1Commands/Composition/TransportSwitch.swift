internal import AI1Core

/// Sends what is for the sandbox to the sandbox and everything else to the network.
struct TransportSwitch: HTTPTransport {
    let network: any HTTPTransport
    let sandbox: any HTTPTransport

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await (request.url.hasPrefix("sandbox:") ? sandbox : network).send(request)
    }
}
