import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Permits on a real chain", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct PermitTests {
    private func permit(_ scene: ChainScene, _ tokens: TokenClient, deadline: UInt64) async throws -> Permit {
        let owner = try ChainScene.address(0)
        return Permit(
            tokenName: try await tokens.domainName(of: scene.token),
            tokenVersion: try await tokens.domainVersion(of: scene.token), chainID: scene.node.chainID,
            token: scene.token, owner: owner, spender: try ChainScene.address(2), value: 1_234,
            nonce: try await tokens.permitNonce(of: owner, scene.token), deadline: UInt256(deadline))
    }

    @Test("A permit signed here is taken by the token, once, from anybody, and until its deadline")
    func taken() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let tokens = TokenClient(chain: client)
        let token = Token(address: scene.token, symbol: "AI1NET", decimals: 18)
        let now = try #require(try await client.block(.number(1))).timestamp
        let permit = try await permit(scene, tokens, deadline: now + 600)
        let data = try permit.typedData()
        #expect(try await tokens.domainSeparator(of: scene.token) == data.domainSeparator)
        let call = try permit.call(data.signed(by: ChainScene.key(0)))
        #expect(try scene.node.transact(from: ChainAccount.all[3], to: scene.token.checksummed, call).succeeded)
        let question = AllowanceQuestion(owner: permit.owner, spender: permit.spender, token: token)
        #expect(try await tokens.allowances([question])[0].get() == 1_234)
        #expect(try await tokens.permitNonce(of: permit.owner, scene.token) == 1)
        #expect(try !scene.node.transact(from: ChainAccount.all[3], to: scene.token.checksummed, call).succeeded)
        let late = try await self.permit(scene, tokens, deadline: now + 600)
        let lateCall = try late.call(late.typedData().signed(by: ChainScene.key(0)))
        try scene.node.increaseTime(seconds: 7_200)
        let error = try await expectChainError(.reverted) {
            try await client.call(CallRequest(from: ChainScene.address(3), to: scene.token, data: lateCall))
        }
        #expect(error.message.contains("expired deadline"), "\(error.message)")
        try await scene.node.stop()
    }

    @Test("Another's signature, another chain's and another amount's are refused")
    func refused() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let permit = try await permit(scene, TokenClient(chain: client), deadline: .max)
        let stranger = try permit.call(permit.typedData().signed(by: ChainScene.key(1)))
        let elsewhere = Permit(
            tokenName: permit.tokenName, tokenVersion: permit.tokenVersion, chainID: 1, token: permit.token,
            owner: permit.owner, spender: permit.spender, value: permit.value, nonce: permit.nonce,
            deadline: permit.deadline)
        let foreign = try elsewhere.call(elsewhere.typedData().signed(by: ChainScene.key(0)))
        let more = Permit(
            tokenName: permit.tokenName, tokenVersion: permit.tokenVersion, chainID: permit.chainID,
            token: permit.token,
            owner: permit.owner, spender: permit.spender, value: .max, nonce: permit.nonce, deadline: permit.deadline)
        let raised = try more.call(permit.typedData().signed(by: ChainScene.key(0)))
        for call in [stranger, foreign, raised] {
            let error = try await expectChainError(.reverted) {
                try await client.call(CallRequest(from: ChainScene.address(3), to: scene.token, data: call))
            }
            #expect(error.message.contains("invalid signature"), "\(error.message)")
        }
        try await scene.node.stop()
    }
}

extension EVMNode {
    /// Sends a call of a known account.
    /// - Returns: whether it succeeded in its block
    fileprivate func transact(
        from account: ChainAccount, to address: String, _ call: [UInt8]
    ) throws -> (hash: String, succeeded: Bool) {
        let hash = try transact(from: account, to: address, data: HexText.encode(call))
        return (hash, try receipt(hash)?["status"] == "0x1")
    }
}
