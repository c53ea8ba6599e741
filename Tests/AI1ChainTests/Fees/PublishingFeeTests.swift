import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Fees for publishing")
struct PublishingFeeTests {
    private static func estimate(
        chainID: UInt64, _ answer: ScriptedNodes.Answer
    ) async throws -> (UInt256?, ScriptedNodes) {
        let nodes = ScriptedNodes(["one.example": Clients.node(chainID: UInt256(chainID).hex) { _, _, _ in answer }])
        let client = try ChainClient(
            network: Network(name: "test", chainID: chainID, rpcURLs: [Clients.one]), transport: nodes,
            clock: TestClock(), random: SeededRandom(seed: 1))
        return (try await PublishingFee.estimate(Samples.transaction(), on: client), nodes)
    }

    @Test("A chain of the OP stack tells it of the very octets")
    func base() async throws {
        let (fee, nodes) = try await Self.estimate(chainID: 8_453, .result(Samples.word(1_234)))
        #expect(fee == 1_234)
        let call = nodes.seen[0].parameters[0]
        #expect(call["to"] == "0x420000000000000000000000000000000000000f")
        let payload = HexText.encode(try Samples.transaction().unsignedPayload, prefix: false)
        #expect(call["data"]?.string?.hasPrefix("0x49948e0e") == true)
        #expect(call["data"]?.string?.contains(payload) == true)
    }

    @Test("Other chains have none, and Ethereum is not asked")
    func none() async throws {
        #expect(try await Self.estimate(chainID: 137, .result("0x")).0 == nil)
        #expect(try await Self.estimate(chainID: 137, .error(code: 3, message: "execution reverted")).0 == nil)
        let (fee, nodes) = try await Self.estimate(chainID: 1, .result(Samples.word(1)))
        #expect(fee == nil && nodes.all.isEmpty)
        try await expectChainError(.unreachable) { try await Self.estimate(chainID: 137, .http(status: 404)) }
    }
}
