import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Against a real EVM", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct LiveChainTests {
    private static let owner = ChainAccount.all[0]
    private static let other = ChainAccount.all[1]

    private static func client(_ nodes: EVMNode..., limits: RPCLimits = RPCLimits()) throws -> ChainClient {
        try ChainClient(
            network: Network(name: "test", chainID: 31_337, rpcURLs: nodes.map(\.url)), transport: LoopbackTransport(),
            clock: TestClock(sleeping: .advances), random: SeededRandom(seed: 1), limits: limits)
    }

    private static func key(_ account: ChainAccount) throws -> PrivateKey {
        let bytes = try #require(HexText.decode(account.keyHex))
        return try PrivateKey(bytes.withUnsafeBytes { try SecretBytes(copying: $0) })
    }

    /// Plans, simulates and signs a transaction as a command does.
    private static func signed(
        _ client: ChainClient, to: String, value: UInt256 = 0, data: [UInt8] = [], from account: ChainAccount = owner,
        request: FeeRequest = FeeRequest()
    ) async throws -> SignedTransaction {
        let (from, to) = (try Address(account.address), try Address(to))
        let fees = try await FeePlanner(chain: client).plan(request)
        let gas = try await GasPlanner(chain: client).plan(
            CallRequest(from: from, to: to, value: value, data: data), explicit: request.gasLimit)
        _ = try FeeBound.worstFee(fees, gas: gas, feeCap: request.feeCap, network: client.network)
        let transaction = try Transaction(
            kind: fees.kind, chainID: client.network.chainID, nonce: try await client.nonce(of: from, at: .pending),
            gasLimit: gas.limit, fees: fees.fees, to: to, value: value, data: data)
        try await Simulation(chain: client).run(transaction, from: from)
        return try transaction.signed(by: key(account))
    }

    @Test("A transfer is planned, sent and found in a block")
    func transfer() async throws {
        let node = try await EVMNode.start()
        let client = try Self.client(node)
        try await client.checkEveryEndpoint()
        let other = try Address(Self.other.address)
        let before = try await client.balance(of: other)
        for isLegacy in [false, true] {
            let signed = try await Self.signed(
                client, to: Self.other.address, value: 1_000, request: FeeRequest(isLegacy: isLegacy))
            #expect(try await client.sendRaw(signed.raw, expecting: signed.hash) == .accepted(signed.hash))
            let receipt = try #require(try await client.receipt(signed.hash))
            #expect(receipt.succeeded && receipt.gasUsed == 21_000)
            let block = try #require(try await client.block(.number(receipt.blockNumber)))
            #expect(block.hash == receipt.blockHash)
            #expect(try await client.transaction(signed.hash)?.blockHash == block.hash)
            #expect(try await client.sendRaw(signed.raw, expecting: signed.hash) == .alreadyKnown)
        }
        #expect(try await client.balance(of: other) == before.adding(2_000))
        #expect(try await client.nonce(of: Address(Self.owner.address), at: .latest) == 2)
        try await node.stop()
    }

    @Test("A token is described, asked in a batch, moved, and its refusal decoded")
    func token() async throws {
        let node = try await EVMNode.start()
        let address = try node.deployToken()
        let client = try Self.client(node)
        let tokens = TokenClient(chain: client)
        let described = try await tokens.describe(Address(address))
        #expect(described.symbol == "AI1NET" && described.name == "AI1 Network" && described.decimals == 18)
        let token = Token(address: described.address, symbol: "AI1NET", decimals: 18)
        let (owner, other) = (try Address(Self.owner.address), try Address(Self.other.address))
        let data = try ERC20.transfer.encodeCall([.address(other), .uint(250)])
        let signed = try await Self.signed(client, to: address, data: data)
        #expect(try await client.sendRaw(signed.raw, expecting: signed.hash) == .accepted(signed.hash))
        let receipt = try #require(try await client.receipt(signed.hash))
        #expect(receipt.succeeded && receipt.logs.first?.topics.first == ERC20.transferred.topic)
        let balances = try await tokens.balances([
            Holding(owner: other, token: token), Holding(owner: other, token: nil), Holding(owner: owner, token: token),
        ])
        #expect(try balances[0].get() == 250)
        #expect(try await client.balance(of: other) == balances[1].get())
        let question = AllowanceQuestion(owner: owner, spender: other, token: token)
        #expect(try await tokens.allowances([question])[0].get() == 0)
        #expect(try await tokens.permitNonce(of: owner, token.address) == 0)
        _ = try await tokens.domainSeparator(of: token.address)
        let tooMuch = try ERC20.transfer.encodeCall([.address(owner), .uint(251)])
        let error = try await expectChainError(.reverted) {
            try await Self.signed(client, to: address, data: tooMuch, from: Self.other)
        }
        #expect(error.message.hasPrefix("the call would be reverted: "), "\(error.message)")
        try await node.stop()
    }

    @Test("A node that lies of decimals, base fee, gas or hash is not believed")
    func lies() async throws {
        let node = try await EVMNode.start()
        let address = try node.deployToken()
        let client = try Self.client(node)
        let token = Token(address: try Address(address), symbol: "AI1NET", decimals: 18)
        try node.fault(.decimals, times: -1)
        try await expectChainError(.untrusted) {
            try await TokenClient(chain: client).balance(of: Address(Self.owner.address), token)
        }
        try node.clearFaults()
        try node.fault(.baseFee, times: -1)
        let fee = try await expectChainError(.untrusted) {
            try await Self.signed(client, to: Self.other.address, value: 1)
        }
        #expect(fee.hint?.contains("--fee-cap") == true)
        try node.clearFaults()
        try node.fault(.gasEstimate, times: -1)
        try await expectChainError(.untrusted) { try await Self.signed(client, to: Self.other.address, value: 1) }
        try node.clearFaults()
        let signed = try await Self.signed(client, to: Self.other.address, value: 1)
        try node.fault(.wrongHash)
        let error = try await expectChainError(.untrusted) {
            try await client.sendRaw(signed.raw, expecting: signed.hash)
        }
        #expect(error.message.contains(signed.hash.hex))
        #expect(try node.rawTransactions().count == 1)
        try node.clearFaults()
        try node.fault(.symbol, method: "eth_call")
        let described = try await TokenClient(chain: client).describe(token.address)
        #expect(TerminalCleaner.clean(described.symbol) == described.symbol && !described.symbol.isEmpty)
        try await node.stop()
    }

    @Test("Faults of one node are made good by the other, and a send in doubt is settled by the same octets")
    func failover() async throws {
        let first = try await EVMNode.start()
        let client = try Self.client(first)
        for fault in [EVMNode.Fault.drop, .tooMany, .unavailable, .truncated, .notJSON] {
            let second = try await EVMNode.start()
            let both = try Self.client(second, first)
            _ = try await both.blockNumber()
            try second.fault(fault, method: "eth_blockNumber", times: -1)
            #expect(try await both.blockNumber() == first.height(), "\(fault)")
            #expect(try second.count("eth_blockNumber") == 2)
            try await second.stop()
        }
        try first.fault(.batchRefused)
        _ = try await client.rpc.batch([RPCRequest("eth_gasPrice"), RPCRequest("eth_blockNumber")])
        let signed = try await Self.signed(client, to: Self.other.address, value: 1)
        try first.setAutomine(false)
        try first.fault(.dropAfter, method: "eth_sendRawTransaction")
        #expect(try await client.sendRaw(signed.raw, expecting: signed.hash) == .alreadyKnown)
        #expect(try first.rawTransactions().count == 2)
        #expect(try first.pending() == [signed.hash.hex])
        try await first.stop()
    }

    @Test("A wrong chain is found before anything is asked")
    func wrongChain() async throws {
        let node = try await EVMNode.start(chainID: 1)
        let client = try Self.client(node)
        let error = try await expectChainError(.wrongChain) { try await client.checkEveryEndpoint() }
        #expect(error.message == "\(node.url) serves chain 1, not 31337 (test)")
        try await expectChainError(.wrongChain) { try await client.sendRaw([1], expecting: .zero) }
        #expect(try node.log() == ["eth_chainId"])
        try await node.stop()
    }
}
