import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Fees for publishing")
struct PublishingFeeTests {
    private static let oracle = "0x420000000000000000000000000000000000000f"

    /// A chain whose nodes answer questions about the fee so, other calls with 32 octets, and know a balance.
    private static func chain(_ id: UInt64, _ answer: ScriptedNodes.Answer) throws -> (ChainClient, ScriptedNodes) {
        let nodes = ScriptedNodes([
            "one.example": Clients.node(chainID: UInt256(id).hex) { method, parameters, _ in
                if method == "eth_getBalance" { return .result("0x64") }
                return parameters[0]["to"]?.string == oracle ? answer : .result(Samples.word(1))
            }
        ])
        let client = try ChainClient(
            network: Network(name: "test", chainID: id, rpcURLs: [Clients.one]), transport: nodes,
            clock: TestClock(sleeping: .advances), random: SeededRandom(seed: 1))
        return (client, nodes)
    }

    private static func ask(
        _ id: UInt64, _ answer: ScriptedNodes.Answer
    ) async throws -> (fee: PublishingFee, nodes: ScriptedNodes) {
        let (client, nodes) = try chain(id, answer)
        let fee = try await Simulation(chain: client).runPriced(Samples.transaction(), from: Samples.owner)
        return (fee, nodes)
    }

    @Test("A chain of the OP stack tells it of the very octets, in one exchange with the simulation")
    func base() async throws {
        let (fee, nodes) = try await Self.ask(8_453, .result(Samples.word(1_234)))
        #expect(fee == .asked(1_234))
        #expect(try fee.worst() == 2_468)
        #expect(nodes.seen.count == 2 && Set(nodes.seen.map { $0.request.body }).count == 1)
        let call = nodes.seen[1].parameters[0]
        #expect(call["to"]?.string == Self.oracle)
        let payload = HexText.encode(try Samples.transaction().unsignedPayload, prefix: false)
        #expect(call["data"]?.string?.hasPrefix("0x49948e0e") == true)
        #expect(call["data"]?.string?.contains(payload) == true)
    }

    @Test("The simulation counts as it does alone")
    func reverted() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node(chainID: "0x2105") { _, parameters, _ in
                parameters[0]["to"]?.string == Self.oracle
                    ? .result(Samples.word(1)) : .error(code: 3, message: "execution reverted: no")
            }
        ])
        let client = try ChainClient(
            network: Network(name: "test", chainID: 8_453, rpcURLs: [Clients.one]), transport: nodes,
            clock: TestClock(sleeping: .advances), random: SeededRandom(seed: 1))
        try await expectChainError(.reverted) {
            try await Simulation(chain: client).runPriced(Samples.transaction(), from: Samples.owner)
        }
    }

    @Test("Other chains have none, and Ethereum is not asked")
    func none() async throws {
        #expect(try await Self.ask(137, .result("0x")).fee == .absent)
        #expect(try await Self.ask(137, .error(code: 3, message: "execution reverted")).fee == .absent)
        #expect(try await Self.ask(137, .result(Samples.word(7))).fee == .asked(7))
        let (fee, nodes) = try await Self.ask(1, .result(Samples.word(1)))
        #expect(fee == .absent && nodes.seen.count == 1)
        #expect(try fee.worst() == 0)
    }

    @Test("What is not told is not taken for nothing")
    func untold() async throws {
        #expect(try await Self.ask(8_453, .result("0x")).fee == .untold)
        #expect(try await Self.ask(10, .error(code: 3, message: "execution reverted")).fee == .untold)
        for id: UInt64 in [137, 8_453] {
            #expect(try await Self.ask(id, .error(code: -32_601, message: "not allowed")).fee == .untold)
            #expect(try await Self.ask(id, .result("0x01")).fee == .untold)
            #expect(try await Self.ask(id, .result(.null)).fee == .untold)
        }
        try await expectChainError(.unreachable) { try await Self.ask(137, .http(status: 404)) }
    }

    @Test("A balance and the fee are one exchange")
    func balance() async throws {
        let (client, nodes) = try Self.chain(8_453, .result(Samples.word(9)))
        let (balance, fee) = try await PublishingFee.withBalance(of: Samples.owner, Samples.transaction(), on: client)
        #expect(balance == 100 && fee == .asked(9))
        #expect(Set(nodes.seen.map { $0.request.body }).count == 1)
    }

    @Test("Without asking, some chains are known")
    func known() {
        #expect(PublishingFee.known(ofChain: 1) == .absent && PublishingFee.known(ofChain: 31_337) == .absent)
        #expect(PublishingFee.known(ofChain: 8_453) == .untold && PublishingFee.known(ofChain: 137) == nil)
    }
}
