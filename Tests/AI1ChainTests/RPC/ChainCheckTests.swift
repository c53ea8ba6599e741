import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Chain

@Suite("The chain id of endpoints")
struct ChainCheckTests {
    @Test("It is asked once an endpoint, before anything else")
    func once() async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .result("0x1") }])
        let client = try Clients.client(nodes)
        for _ in 0..<3 { _ = try await client.blockNumber() }
        #expect(nodes.all.map(\.method) == ["eth_chainId", "eth_blockNumber", "eth_blockNumber", "eth_blockNumber"])
    }

    @Test("Another chain ends the call, and the endpoint is never used")
    func wrong() async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node(chainID: "0x1") { _, _, _ in .result("0x1") }])
        let client = try Clients.client(nodes)
        for _ in 0..<2 {
            let error = try await expectChainError(.wrongChain) { try await client.blockNumber() }
            #expect(error.message == "https://one.example serves chain 1, not 31337 (test)")
            #expect(error.kind == .wrongChain)
        }
        #expect(nodes.all.map(\.method) == ["eth_chainId"])
    }

    @Test("A wrong second endpoint is found before it is used, and by the check of all")
    func second() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, count in count < 3 ? .result("0x1") : .http(status: 503) },
            "two.example": Clients.node(chainID: "0xffffffffffffffffffff") { _, _, _ in .result("0x2") },
        ])
        let client = try Clients.client(nodes, [Clients.one, Clients.two])
        #expect(try await client.blockNumber() == 1)
        let all = try await expectChainError(.wrongChain) { try await client.checkEveryEndpoint() }
        #expect(all.message == "https://two.example serves chain 1208925819614629174706175, not 31337 (test)")
        _ = try await client.blockNumber()
        try await expectChainError(.wrongChain) { try await client.blockNumber() }
        #expect(nodes.seen.filter { $0.host == "two.example" }.isEmpty)
    }

    @Test("Endpoints that are away do not matter while one answers")
    func away() async throws {
        let nodes = ScriptedNodes(["two.example": Clients.node { _, _, _ in .result("0x2") }])
        try await Clients.client(nodes, [Clients.one, Clients.two]).checkEveryEndpoint()
        try await expectChainError(.unreachable) { try await Clients.client(nodes, [Clients.one]).checkEveryEndpoint() }
    }

    @Test("What is no chain id is no answer", arguments: [JSONValue.null, "31337", 31337, "0x", [], "0xzz"])
    func nonsense(value: JSONValue) async throws {
        let nodes = ScriptedNodes(["one.example": { _, _, _ in .result(value) }])
        try await expectChainError(.malformed) { try await Clients.client(nodes).blockNumber() }
    }

    @Test("An endpoint that refuses to tell is quoted")
    func refusal() async throws {
        let nodes = ScriptedNodes(["one.example": { _, _, _ in .error(code: -32_000, message: "no such project") }])
        let error = try await expectChainError(.malformed) { try await Clients.client(nodes).blockNumber() }
        #expect(error.message == "https://one.example: it does not say which chain it serves: no such project")
    }
}
