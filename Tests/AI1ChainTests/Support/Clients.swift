import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

/// Clients of a network of chain 31337 over scripted nodes.
enum Clients {
    static let one = "https://one.example/v2/0123456789secret"
    static let two = "https://two.example/key/abcdefghijkl"

    /// Answers to `eth_chainId` and whatever the test says.
    static func node(
        chainID: String = "0x7a69", _ handler: @escaping ScriptedNodes.Handler
    ) -> ScriptedNodes.Handler {
        { method, parameters, count in
            method == "eth_chainId" ? .result(.string(chainID)) : handler(method, parameters, count)
        }
    }

    static func network(_ urls: [String] = [one]) -> Network {
        Network(name: "test", chainID: 31_337, rpcURLs: urls)
    }

    static func client(
        _ nodes: ScriptedNodes, _ urls: [String] = [one], clock: TestClock = TestClock(sleeping: .advances),
        limits: RPCLimits = RPCLimits()
    ) throws -> ChainClient {
        try ChainClient(
            network: network(urls), transport: nodes, clock: clock, random: SeededRandom(seed: 1), limits: limits)
    }
}

/// Runs a body that must throw a `ChainError` of a code, and gives that error.
@discardableResult
func expectChainError<Value>(
    _ code: ChainError.Code, location: SourceLocation = #_sourceLocation, _ body: () async throws -> Value
) async throws -> ChainError {
    let error = try await #require(throws: ChainError.self, sourceLocation: location) { _ = try await body() }
    #expect(error.code == code, "\(error.message)", sourceLocation: location)
    return error
}
