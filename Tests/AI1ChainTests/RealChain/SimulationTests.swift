import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Simulations on a real chain", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct SimulationTests {
    /// What a simulation says of a call of the contract that fails in every way.
    private func words(_ scene: ChainScene, _ reverter: Address, _ call: [UInt8]) async throws -> String {
        let transaction = try scene.signed(nonce: 2, to: reverter, data: call, gasLimit: 1_000_000).transaction
        let simulation = Simulation(chain: try scene.client())
        return try await expectChainError(.reverted) {
            try await simulation.run(transaction, from: ChainScene.address(0))
        }.message
    }

    @Test("Every way to revert is told in words")
    func reverts() async throws {
        let scene = try await ChainScene.start()
        let reverter = try Address(scene.node.deploy("Reverter"))
        let owner = try ChainScene.address(0)
        let reason = try ABIFunction(parsing: "withReason(string)").encodeCall([.string("no \u{1B}[31mway\u{202E}")])
        let told = try await words(scene, reverter, reason)
        #expect(told.contains("no "))
        #expect(!told.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        let panic = try ABIFunction(parsing: "withPanic(uint256)").encodeCall([.uint(0x11)])
        #expect(try await words(scene, reverter, panic).contains("overflow"))
        let custom = try ABIFunction(parsing: "withCustomError(address,uint256,uint256)")
            .encodeCall([.address(owner), .uint(3), .uint(7)])
        let known = try await words(scene, reverter, custom)
        #expect(known.contains("3") && known.contains("7"), "\(known)")
        let bare = try ABIFunction(parsing: "withNothing()").encodeCall([])
        #expect(try await !words(scene, reverter, bare).isEmpty)
        try await scene.node.stop()
    }

    @Test("A transfer that would succeed gives back true, and one from an empty account says why it cannot")
    func transfers() async throws {
        let scene = try await ChainScene.start()
        let simulation = Simulation(chain: try scene.client())
        let data = try ERC20.transfer.encodeCall([.address(ChainScene.address(2)), .uint(1)])
        let transaction = try scene.signed(nonce: 1, to: scene.token, data: data).transaction
        #expect(try await simulation.run(transaction, from: ChainScene.address(0)).last == 1)
        let error = try await expectChainError(.reverted) {
            try await simulation.run(transaction, from: ChainScene.address(1))
        }
        #expect(error.message.contains("transfer amount exceeds balance"))
        try await scene.node.stop()
    }

    @Test("The reason of a transaction that failed in a block is found afterwards")
    func afterwards() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let data = try ERC20.transfer.encodeCall([.address(ChainScene.address(2)), .uint(.max)])
        let signed = try scene.signed(nonce: 1, to: scene.token, data: data)
        _ = try await client.sendRaw(signed.raw, expecting: signed.hash)
        let receipt = try #require(try await client.receipt(signed.hash))
        #expect(!receipt.succeeded)
        let reason = try await Simulation(chain: client).reasonOfRevert(
            of: signed.transaction, from: signed.sender, inBlock: receipt.blockNumber)
        #expect(reason?.contains("transfer amount exceeds balance") == true)
        try await scene.node.stop()
    }
}
