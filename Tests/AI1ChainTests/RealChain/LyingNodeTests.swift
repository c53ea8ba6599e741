import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("A real chain whose node lies", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct LyingNodeTests {
    private func transfer(_ scene: ChainScene, amount: UInt256 = 1) throws -> CallRequest {
        let data = try ERC20.transfer.encodeCall([.address(ChainScene.address(2)), .uint(amount)])
        return CallRequest(from: try ChainScene.address(0), to: scene.token, data: data)
    }

    @Test("Decimals that are not the pinned ones are refused, and the true ones are taken")
    func decimals() async throws {
        let scene = try await ChainScene.start()
        let tokens = TokenClient(chain: try scene.client())
        let token = Token(address: scene.token, symbol: "AI1NET", decimals: 18)
        let owner = try ChainScene.address(0)
        #expect(try await tokens.balance(of: owner, token) == UInt256(decimal: "1000000000000000000000000000"))
        #expect(try await tokens.describe(scene.token).decimals == 18)
        try scene.node.fault(.decimals, times: -1, value: 6)
        try await expectChainError(.untrusted) { try await tokens.balance(of: owner, token) }
        try await expectChainError(.untrusted) { try await tokens.checkDecimals(of: token) }
        try await scene.node.stop()
    }

    @Test("A symbol with escape and bidi characters is shown without them")
    func symbol() async throws {
        let scene = try await ChainScene.start()
        let tokens = TokenClient(chain: try scene.client())
        #expect(try await tokens.describe(scene.token).symbol == "AI1NET")
        try scene.node.fault(.symbol)
        let symbol = try await tokens.describe(scene.token).symbol
        #expect(symbol.hasPrefix("AI1"))
        #expect(symbol.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
        try await scene.node.stop()
    }

    @Test("A base fee times a million is planned with, and refused for what it would cost")
    func baseFee() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let gas = try await GasPlanner(chain: client).plan(transfer(scene))
        let honest = try await FeePlanner(chain: client).plan(FeeRequest())
        let fee = try FeeBound.worstFee(honest, gas: gas, feeCap: nil, network: client.network)
        #expect(fee < FeeBound.unasked)
        try scene.node.fault(.baseFee, times: -1)
        let lied = try await FeePlanner(chain: client).plan(FeeRequest())
        let error = #expect(throws: ChainError.self) {
            try FeeBound.worstFee(lied, gas: gas, feeCap: nil, network: client.network)
        }
        #expect(error?.code == .untrusted)
        try await scene.node.stop()
    }

    @Test("An estimate of gas times a hundred is refused for a call that is known")
    func estimate() async throws {
        let scene = try await ChainScene.start()
        let planner = GasPlanner(chain: try scene.client())
        let honest = try await planner.plan(transfer(scene))
        let estimate = try #require(honest.estimate)
        #expect(honest.limit == (estimate * 6 + 4) / 5)
        try scene.node.fault(.gasEstimate)
        try await expectChainError(.untrusted) { try await planner.plan(transfer(scene)) }
        try await scene.node.stop()
    }
}
