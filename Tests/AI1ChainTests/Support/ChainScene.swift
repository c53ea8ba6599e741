import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

/// A real chain with the test token, and clients of it.
struct ChainScene {
    let node: EVMNode
    let token: Address

    static func start(chainID: UInt64 = 31_337) async throws -> ChainScene {
        let node = try await EVMNode.start(chainID: chainID)
        return ChainScene(node: node, token: try Address(node.deployToken()))
    }

    /// The address of one of the known accounts.
    static func address(_ index: Int) throws -> Address { try Address(ChainAccount.all[index].address) }

    /// The key of one of the known accounts.
    static func key(_ index: Int) throws -> PrivateKey {
        let octets = HexText.decode(ChainAccount.all[index].keyHex) ?? []
        return try PrivateKey(octets.withUnsafeBytes { try SecretBytes(copying: $0) })
    }

    /// A client whose waits take no time.
    func client(
        clock: TestClock = TestClock(sleeping: .advances), limits: RPCLimits = RPCLimits()
    ) throws -> ChainClient {
        try ChainClient(
            network: Network(name: "local", chainID: node.chainID, rpcURLs: [node.url]),
            transport: LoopbackTransport(), clock: clock, random: SeededRandom(seed: 1), limits: limits)
    }

    /// A signed transaction of one of the known accounts, of type 2 unless a gas price is given.
    func signed(
        by index: Int = 0, nonce: UInt64, to: Address?, value: UInt256 = .zero, data: [UInt8] = [],
        gasLimit: UInt64 = 100_000, maxFee: UInt256 = 4_000_000_000, tip: UInt256 = 1_000_000_000,
        gasPrice: UInt256? = nil, chainID: UInt64 = 31_337
    ) throws -> SignedTransaction {
        try Transaction(
            kind: gasPrice == nil ? .dynamicFee : .legacy, chainID: chainID, nonce: nonce, gasLimit: gasLimit,
            fees: gasPrice.map { .gasPrice($0) } ?? .dynamic(maxFee: maxFee, maxPriorityFee: tip), to: to, value: value,
            data: data
        ).signed(by: Self.key(index))
    }
}
