import AI1Core
import AI1TestSupport
import Testing

@Suite("The tests' own chain", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct EVMNodeTests {
    private let owner = ChainAccount.all[0]
    private let other = ChainAccount.all[1]

    @Test("It enforces its chain id, has accounts with coins, and a token")
    func token() async throws {
        let node = try await EVMNode.start(chainID: 0x7FFF_FFFF_FFFF)
        #expect(try node.text("eth_chainId") == "0x7fffffffffff")
        #expect(try node.rpc("eth_accounts").array?.compactMap(\.string) == ChainAccount.all.map(\.address))
        let token = try node.deployToken(decimals: 6, supply: "5000000")
        let transfer = try node.transferToken(token, to: other.address, amount: 1_500_000)
        #expect(try node.receipt(transfer)?["status"] == "0x1")
        #expect(try node.tokenBalance(token, of: other.address).hasSuffix("00016e360"))
        let tooMuch = try node.transferToken(token, from: other, to: owner.address, amount: 1_500_001)
        #expect(try node.receipt(tooMuch)?["status"] == "0x0")
        try await node.stop()
        #expect(throws: ProgramError.self) { try node.text("eth_chainId") }
    }

    @Test("A call that reverts carries its reason, its panic or its own error")
    func reverts() async throws {
        let node = try await EVMNode.start()
        let reverter = try node.deploy("Reverter")
        func refusal(_ data: String) throws -> EVMNodeError? {
            let call: JSONValue = ["to": .string(reverter), "data": .string(data)]
            return #expect(throws: EVMNodeError.self) { try node.rpc("eth_call", [call, "latest"]) }
        }
        let code = String(repeating: "0", count: 62) + "11"
        let panic = try refusal("0xaa409736" + code)
        #expect(panic?.code == 3)
        #expect(panic?.data == "0x4e487b71" + code)
        let reason = try refusal(
            "0xf8db9348" + String(repeating: "0", count: 62) + "20" + String(repeating: "0", count: 63) + "2"
                + "6e6f" + String(repeating: "0", count: 60))
        #expect(reason?.message == "execution reverted: no")
        #expect(try refusal("0xca3e1df0")?.data == "0x")
        try await node.stop()
    }

    @Test("Faults strike as often as asked, and the log tells what came")
    func faults() async throws {
        let node = try await EVMNode.start()
        try node.fault(.wrongChain, times: 2)
        #expect(try node.text("eth_chainId") == "0x1")
        #expect(try node.text("net_version") == "1")
        #expect(try node.text("eth_chainId") == "0x7a69")
        try node.fault(.drop, method: "eth_blockNumber")
        #expect(throws: ProgramError.self) { try node.height() }
        #expect(try node.height() == 0)
        try node.fault(.error, value: ["code": -32_005, "message": "limit exceeded"])
        #expect { try node.height() } throws: { ($0 as? EVMNodeError)?.code == -32_005 }
        #expect(try node.faultsLeft() == 0)
        #expect(try node.count("eth_blockNumber") == 3)
        #expect(try node.log().count == 6)
        try await node.stop()
    }

    @Test("A reorganisation takes blocks back, and a snapshot too")
    func reorganisation() async throws {
        let node = try await EVMNode.start()
        let snapshot = try node.snapshot()
        let hash = try node.transact(to: other.address, wei: "0x1")
        #expect(try node.height() == 1)
        try node.reorganise(depth: 1)
        #expect(try node.height() == 2)
        #expect(try node.receipt(hash) == nil)
        #expect(try node.pending() == [hash])
        try node.mine()
        #expect(try node.receipt(hash)?["blockNumber"] == "0x3")
        #expect(try node.revert(to: snapshot))
        #expect(try node.height() == 0)
        #expect(try node.nonce(owner.address, pending: true) == 0)
        try await node.stop()
    }

    @Test("A node ends when nobody refers to it any more")
    func ends() async throws {
        var node: EVMNode? = try await EVMNode.start()
        let port = try #require(node?.port)
        node = nil
        #expect(try await Eventually.holds(seconds: 20) { (try? RawClient(port: port)) == nil })
    }
}
