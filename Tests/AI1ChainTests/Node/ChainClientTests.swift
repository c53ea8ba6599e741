import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Questions to a chain")
struct ChainClientTests {
    private static let hash = Keccak256.hash([1])

    private static func client(_ value: JSONValue) throws -> (ChainClient, ScriptedNodes) {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .result(value) }])
        return (try Clients.client(nodes), nodes)
    }

    @Test("Quantities are read, and asked for in the form of JSON-RPC")
    func quantities() async throws {
        let (client, nodes) = try Self.client("0x10")
        #expect(try await client.blockNumber() == 16)
        #expect(try await client.balance(of: Samples.owner) == 16)
        #expect(try await client.nonce(of: Samples.owner, at: .pending) == 16)
        #expect(try await client.gasPrice() == 16)
        #expect(try await client.maxPriorityFee() == 16)
        let call = CallRequest(from: Samples.owner, to: Samples.other, value: 255, data: [1, 2], gasLimit: 9)
        #expect(try await client.estimateGas(call) == 16)
        #expect(
            nodes.seen.map { JSONValue.array([.string($0.method)] + $0.parameters).text } == [
                #"["eth_blockNumber"]"#,
                #"["eth_getBalance","0x1111111111111111111111111111111111111111","latest"]"#,
                #"["eth_getTransactionCount","0x1111111111111111111111111111111111111111","pending"]"#,
                #"["eth_gasPrice"]"#, #"["eth_maxPriorityFeePerGas"]"#,
                #"["eth_estimateGas",{"from":"0x1111111111111111111111111111111111111111","#
                    + #""to":"0x2222222222222222222222222222222222222222","gas":"0x9","value":"0xff","data":"0x0102"}]"#,
            ])
    }

    @Test(
        "What is no quantity is refused",
        arguments: [
            JSONValue.null, 16, "16", "0x", "", "-0x1", "0x1g", " 0x1", [], [:], true,
            .string("0x1" + String(repeating: "0", count: 64)),
        ])
    func noQuantity(value: JSONValue) async throws {
        let (client, _) = try Self.client(value)
        let error = try await expectChainError(.malformed) { try await client.balance(of: Samples.owner) }
        #expect(error.message == "https://one.example answered eth_getBalance with something that is not a quantity")
        try await expectChainError(.malformed) { try await client.blockNumber() }
    }

    @Test("A number of more than 64 bits is no block, nonce or amount of gas")
    func tooLarge() async throws {
        let (client, _) = try Self.client("0x10000000000000000")
        try await expectChainError(.malformed) { try await client.blockNumber() }
        try await expectChainError(.malformed) { try await client.nonce(of: Samples.owner, at: .latest) }
        try await expectChainError(.malformed) { try await client.estimateGas(CallRequest(to: Samples.other)) }
        #expect(try await client.balance(of: Samples.owner).hex == "0x10000000000000000")
    }

    @Test("Octets are read strictly", arguments: [JSONValue.null, "00", "0x0", "0xzz", 0])
    func data(value: JSONValue) async throws {
        let (client, _) = try Self.client(value)
        try await expectChainError(.malformed) { try await client.code(of: Samples.contract) }
        try await expectChainError(.malformed) { try await client.call(CallRequest(to: Samples.contract)) }
        let (good, nodes) = try Self.client("0x00ff")
        #expect(try await good.call(CallRequest(to: Samples.contract), at: .number(300)) == [0, 255])
        #expect(nodes.seen[0].parameters[1] == "0x12c")
    }

    @Test("A block's header is read; a missing one is nil; another one is refused")
    func blocks() async throws {
        var header: JSONObject = [
            "number": "0x7", "hash": .string(Self.hash.hex), "parentHash": .string(Hash32.zero.hex),
            "timestamp": "0x5", "gasLimit": "0x1c9c380", "baseFeePerGas": "0x3b9aca00", "transactions": [],
        ]
        let block = try await Self.client(.object(header)).0.block(.number(7))
        #expect(
            block
                == Block(
                    number: 7, hash: Self.hash, parentHash: .zero, timestamp: 5, gasLimit: 30_000_000,
                    baseFee: 1_000_000_000))
        try await expectChainError(.malformed) { try await Self.client(.object(header)).0.block(.number(8)) }
        #expect(try await Self.client(.null).0.block(.latest) == nil)
        header["baseFeePerGas"] = nil
        #expect(try await Self.client(.object(header)).0.block(.latest)?.baseFee == nil)
        header["hash"] = "0x12"
        let error = try await expectChainError(.malformed) { try await Self.client(.object(header)).0.block(.latest) }
        #expect(error.message.contains("eth_getBlockByNumber.hash"))
    }

    private static let receipt: JSONObject = [
        "transactionHash": .string(hash.hex), "blockNumber": "0x7", "blockHash": .string(Hash32.zero.hex),
        "status": "0x1", "from": .string(Samples.owner.checksummed), "to": .null, "gasUsed": "0x5208",
        "effectiveGasPrice": "0x1", "contractAddress": .string(Samples.contract.lowercased),
        "logs": [
            ["address": .string(Samples.contract.lowercased), "topics": [.string(hash.hex)], "data": "0x01"]
        ],
    ]

    @Test("A receipt is read whole")
    func receipts() async throws {
        let receipt = try await Self.client(.object(Self.receipt)).0.receipt(Self.hash)
        #expect(
            receipt
                == Receipt(
                    transactionHash: Self.hash, blockNumber: 7, blockHash: .zero, succeeded: true, from: Samples.owner,
                    to: nil, gasUsed: 21_000, effectiveGasPrice: 1, contractAddress: Samples.contract,
                    logs: [Receipt.Log(address: Samples.contract, topics: [Self.hash], data: [1])]))
        #expect(try await Self.client(.null).0.receipt(Self.hash) == nil)
    }

    @Test(
        "A receipt that is not one is refused",
        arguments: [
            ("status", "0x2"), ("status", .null), ("transactionHash", .string(Hash32.zero.hex)), ("blockHash", "0x"),
            ("from", "0x1234"), ("gasUsed", "21000"), ("logs", .null), ("logs", [["address": "0x"]]),
            ("logs", [["address": "0x3333333333333333333333333333333333333333", "topics": ["", "", "", "", ""]]]),
        ] as [(String, JSONValue)])
    func badReceipt(member: String, value: JSONValue) async throws {
        var receipt = Self.receipt
        receipt[member] = value
        let client = try Self.client(.object(receipt)).0
        try await expectChainError(.malformed) { try await client.receipt(Self.hash) }
    }

    @Test("A transaction waits, or is in a block; another one is refused")
    func transactions() async throws {
        var object: JSONObject = [
            "hash": .string(Self.hash.hex), "from": .string(Samples.owner.lowercased), "nonce": "0x3",
            "blockNumber": .null, "blockHash": .null,
        ]
        let waiting = try await Self.client(.object(object)).0.transaction(Self.hash)
        #expect(waiting?.blockNumber == nil && waiting?.nonce == 3)
        object["blockNumber"] = "0x9"
        #expect(try await Self.client(.object(object)).0.transaction(Self.hash)?.blockNumber == 9)
        try await expectChainError(.malformed) { try await Self.client(.object(object)).0.transaction(.zero) }
    }

    @Test("A method that a node has not is told from an error")
    func missingMethods() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, _ in .error(code: -32_601, message: "method not found") }
        ])
        let client = try Clients.client(nodes)
        #expect(try await client.maxPriorityFee() == nil)
        #expect(try await client.feeHistory(blocks: 20, percentile: 20) == nil)
        try await expectChainError(.refusedByNode) { try await client.gasPrice() }
    }
}
