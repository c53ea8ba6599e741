import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Reverts and simulations")
struct RevertTests {
    private static let reason: [UInt8] =
        [0x08, 0xC3, 0x79, 0xA0] + ((try? ABICodec.encode([.string("too\u{1B}[2J much")], as: [.string])) ?? [])

    private static func client(_ answer: ScriptedNodes.Answer) throws -> ChainClient {
        try Clients.client(ScriptedNodes(["one.example": Clients.node { _, _, _ in answer }]))
    }

    @Test(
        "The reason is found in each form that nodes give it",
        arguments: [
            ScriptedNodes.Answer.error(
                code: 3, message: "execution reverted: x", data: .string(HexText.encode(reason))),
            .error(code: -32_000, message: "Execution reverted", data: .string(HexText.encode(reason))),
            .error(code: -32_015, message: "VM execution error.", data: .string("Reverted " + HexText.encode(reason))),
            .error(code: -32_603, message: "reverted", data: ["data": .string(HexText.encode(reason))]),
            .error(code: -32_603, message: "reverted", data: ["data": ["result": .string(HexText.encode(reason))]]),
        ])
    func reasons(answer: ScriptedNodes.Answer) async throws {
        let call = CallRequest(to: Samples.contract)
        let error = try await expectChainError(.reverted) { try await Self.client(answer).call(call) }
        #expect(error.message == "the call would be reverted: too much")
        #expect(error.kind == .reverted)
        try await expectChainError(.reverted) { try await Self.client(answer).estimateGas(call) }
    }

    @Test("Without data the node's words serve")
    func words() async throws {
        let answer = ScriptedNodes.Answer.error(code: 3, message: "execution reverted")
        let error = try await expectChainError(.reverted) {
            try await Self.client(answer).call(CallRequest(to: Samples.contract))
        }
        #expect(error.message == "the call would be reverted: execution reverted")
    }

    @Test("Too little money is not a revert")
    func funds() async throws {
        let answer = ScriptedNodes.Answer.error(code: -32_000, message: "insufficient funds for gas * price + value")
        try await expectChainError(.insufficientFunds) {
            try await Self.client(answer).estimateGas(CallRequest(to: Samples.contract))
        }
    }

    @Test("The very transaction is run, by its sender, without its fees")
    func simulated() async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .result("0x01") }])
        let transaction = try Samples.transaction(value: 5, data: [9, 8])
        let result = try await Simulation(chain: Clients.client(nodes)).run(transaction, from: Samples.owner)
        #expect(result == [1])
        #expect(
            JSONValue.array(nodes.seen[0].parameters).text
                == #"[{"from":"0x1111111111111111111111111111111111111111","#
                + #""to":"0x3333333333333333333333333333333333333333","gas":"0x186a0","value":"0x5","data":"0x0908"},"#
                + #""latest"]"#)
    }

    @Test("A declared error is decoded, and an address shown by its name")
    func declared() async throws {
        let declaration = try ABIErrorDeclaration(parsing: "error Nope(address who, uint256 amount)")
        let data =
            declaration.selector
            + (try ABICodec.encode([.address(Samples.other), .uint(7)], as: [.address, .uint256]))
        let client = try Self.client(.error(code: 3, message: "", data: .string(HexText.encode(data))))
        let simulation = Simulation(chain: client, errors: [declaration]) { $0 == Samples.other ? "@anna" : nil }
        let error = try await expectChainError(.reverted) {
            try await simulation.run(Samples.transaction(), from: Samples.owner)
        }
        #expect(error.message.contains("Nope(who @anna, amount 7)"), "\(error.message)")
        let reason = try await simulation.reasonOfRevert(of: Samples.transaction(), from: Samples.owner, inBlock: 7)
        #expect(reason?.contains("@anna") == true)
    }

    @Test("A token that gives back false refuses; one that gives back nothing does not")
    func falseToken() async throws {
        let data = try ERC20.transfer.encodeCall([.address(Samples.other), .uint(1)])
        let transfer = try Samples.transaction(data: data)
        let simulation = { (value: JSONValue) in Simulation(chain: try Self.client(.result(value))) }
        try await expectChainError(.reverted) {
            try await simulation(Samples.word(0)).run(transfer, from: Samples.owner)
        }
        try await simulation(Samples.word(1)).run(transfer, from: Samples.owner)
        try await simulation("0x").run(transfer, from: Samples.owner)
        // Zero is no refusal of another function.
        try await simulation(Samples.word(0)).run(Samples.transaction(), from: Samples.owner)
    }

    @Test("A reason that cannot be found is none")
    func noReason() async throws {
        for answer in [ScriptedNodes.Answer.result("0x"), .error(code: -32_000, message: "missing trie node")] {
            let simulation = Simulation(chain: try Self.client(answer))
            #expect(
                try await simulation.reasonOfRevert(of: Samples.transaction(), from: Samples.owner, inBlock: 1) == nil)
        }
    }
}
