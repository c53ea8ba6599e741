import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Questions to a real chain", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct QuestionTests {
    @Test("Balances, nonces, code, blocks and fees are those of the chain")
    func state() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let owner = try ChainScene.address(0)
        try await client.checkEveryEndpoint()
        #expect(try await client.blockNumber() == 1)
        #expect(try await client.nonce(of: owner, at: .latest) == 1)
        #expect(try await client.balance(of: ChainScene.address(1)) == UInt256(decimal: "10000000000000000000000"))
        #expect(try await !client.code(of: scene.token).isEmpty)
        #expect(try await client.code(of: owner).isEmpty)
        let block = try #require(try await client.block(.number(1)))
        #expect(block.number == 1)
        #expect(try await client.block(.number(0))?.hash == block.parentHash)
        #expect(try await client.block(.number(2)) == nil)
        let history = try #require(try await client.feeHistory(blocks: 2, percentile: 20))
        #expect(history.baseFees.count == 3)
        #expect(history.baseFees[1] == block.baseFee)
        #expect(history.rewards.count == 2)
        try await scene.node.stop()
    }

    @Test("A call that would revert is told with the contract's words, and an estimate too")
    func reverts() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let data = try ERC20.transfer.encodeCall([.address(ChainScene.address(2)), .uint(1)])
        let poor = CallRequest(from: try ChainScene.address(1), to: scene.token, data: data)
        let called = try await expectChainError(.reverted) { try await client.call(poor) }
        #expect(called.message.contains("ERC20: transfer amount exceeds balance"), "\(called.message)")
        try await expectChainError(.reverted) { try await client.estimateGas(poor) }
        let rich = CallRequest(from: try ChainScene.address(0), to: scene.token, data: data)
        #expect(try await client.call(rich).last == 1)
        #expect(try await 30_000..<80_000 ~= client.estimateGas(rich))
        try await scene.node.stop()
    }

    @Test("A question gets its answer after any passing fault")
    func passing() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        for fault in [EVMNode.Fault.drop, .dropAfter, .tooMany, .unavailable] {
            try scene.node.clearLog()
            try scene.node.fault(fault, method: "eth_blockNumber", times: 2)
            #expect(try await client.blockNumber() == 1, "\(fault)")
            #expect(try scene.node.count("eth_blockNumber") == 3, "\(fault)")
        }
        try await scene.node.stop()
    }
}
