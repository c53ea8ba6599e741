import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization
import Testing

@testable import AI1Chain

@Suite("Hostile answers of nodes", .timeLimit(.minutes(1)))
struct HostileAnswerTests {
    private static let hash = Keccak256.hash(text: "a transaction").hex
    private static let address = "0x2222222222222222222222222222222222222222"
    private static let zero = "0x" + String(repeating: "0", count: 64)

    /// What an honest node says, by method.
    private static let honest: [String: JSONValue] = [
        "eth_blockNumber": "0x10", "eth_getBalance": "0xde0b6b3a7640000", "eth_getTransactionCount": "0x7",
        "eth_getCode": "0x6000", "eth_estimateGas": "0x5208", "eth_gasPrice": "0x3b9aca00",
        "eth_maxPriorityFeePerGas": "0x5f5e100", "eth_sendRawTransaction": .string(hash),
        "eth_call": .string("0x" + String(repeating: "0", count: 63) + "6"),
        "eth_feeHistory": [
            "oldestBlock": "0x1", "baseFeePerGas": ["0x7", "0x8"], "gasUsedRatio": [0], "reward": [["0x1"]],
        ],
        "eth_getBlockByNumber": [
            "number": "0x10", "hash": .string(hash), "parentHash": .string(zero), "timestamp": "0x1",
            "gasLimit": "0x1c9c380", "baseFeePerGas": "0x7",
        ],
        "eth_getTransactionByHash": [
            "hash": .string(hash), "from": .string(address), "nonce": "0x1", "blockNumber": "0x10",
            "blockHash": .string(zero),
        ],
        "eth_getTransactionReceipt": [
            "transactionHash": .string(hash), "blockNumber": "0x10", "blockHash": .string(zero), "status": "0x1",
            "from": .string(address), "to": .null, "gasUsed": "0x5208", "effectiveGasPrice": "0x1",
            "contractAddress": .null,
            "logs": [["address": .string(address), "topics": [.string(zero)], "data": "0x00"]],
        ],
    ]

    /// Asks everything that there is to ask; errors must be ones of the chain or of the wallet.
    private static func askAll(_ client: ChainClient) async throws {
        let owner = Samples.owner
        let hash = try #require(Hash32(hex: hash))
        let token = Samples.token
        let tokens = TokenClient(chain: client)
        let transaction = try Samples.transaction(data: ERC20.approve.selector)
        let questions: [@Sendable () async throws -> Void] = [
            { _ = try await client.blockNumber() }, { _ = try await client.balance(of: owner) },
            { _ = try await client.nonce(of: owner, at: .pending) }, { _ = try await client.code(of: owner) },
            { _ = try await client.block(.latest) }, { _ = try await client.transaction(hash) },
            { _ = try await client.receipt(hash) }, { _ = try await FeePlanner(chain: client).plan(FeeRequest()) },
            { _ = try await FeePlanner(chain: client).plan(FeeRequest(isLegacy: true)) },
            { _ = try await GasPlanner(chain: client).plan(CallRequest(transaction, from: owner)) },
            { _ = try await Simulation(chain: client).run(transaction, from: owner) },
            { _ = try await tokens.describe(token.address) },
            {
                _ = try await tokens.balances([Holding(owner: owner, token: token), Holding(owner: owner, token: nil)])
            },
            { _ = try await tokens.domainName(of: token.address) },
            { _ = try await client.sendRaw([0xC0], expecting: hash) },
        ]
        for question in questions {
            do { try await question() } catch let error as ChainError {
                #expect(!error.message.utf8.contains { $0 < 0x20 })
            } catch let error as WalletError { #expect(!error.message.isEmpty) }
        }
    }

    @Test("Results of any form are read or refused")
    func results() async throws {
        for seed in 0..<UInt64(60) {
            let data = Mutex(HostileData(seed: seed))
            let client = try Clients.client(
                ScriptedNodes([
                    "one.example": Clients.node { method, _, _ in
                        .result(data.withLock { $0.changed(Self.honest[method] ?? .null) })
                    }
                ]))
            try await Self.askAll(client)
        }
    }

    @Test("Errors of any form are told on one line without the endpoint's key")
    func errors() async throws {
        for seed in 0..<UInt64(40) {
            let data = Mutex(HostileData(seed: seed))
            let codes: [Int64] = [3, -32_000, -32_005, -32_015, -32_601, -32_603, .min, .max]
            let client = try Clients.client(
                ScriptedNodes([
                    "one.example": Clients.node { _, _, _ in
                        data.withLock { data in
                            let message = data.changed("execution reverted: 0123456789secret")
                            let code = data.one(of: codes)
                            return .error(code: code, message: message, data: data.value())
                        }
                    }
                ]))
            try await Self.askAll(client)
        }
    }

    @Test("Bodies of any octets are refused")
    func bodies() async throws {
        let bodies = [
            "", "{", "[]", "[[]]", "null", "{}", #"{"jsonrpc":"2.0"}"#, #"{"jsonrpc":"2.0","id":1}"#,
            #"{"jsonrpc":"2.0","id":1e999,"result":1}"#, #"{"jsonrpc":"2.0","id":null,"error":{}}"#,
            #"{"jsonrpc":"2.0","id":2,"result":{},"error":{"code":1,"message":null}}"#,
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
            "\u{FEFF}{}", "\u{0}",
        ]
        for body in bodies {
            for status in [200, 204, 301, 404, 429, 500, 599, 0, -1] {
                let client = try Clients.client(
                    ScriptedNodes(["one.example": Clients.node { _, _, _ in .http(status: status, body: body) }]))
                await #expect(throws: ChainError.self) { try await client.blockNumber() }
                _ = try? await client.sendRaw([0xC0], expecting: .zero)
            }
        }
    }

    @Test("Waits that an endpoint asks for are bounded, whatever it writes")
    func waits() async throws {
        for text in HostileText.numbers + ["1e18", "-5", "Fri, 31 Dec 1999 23:59:59 GMT"] {
            let client = try Clients.client(
                ScriptedNodes([
                    "one.example": Clients.node { _, _, _ in .http(status: 429, headers: [("Retry-After", text)]) }
                ]))
            try await expectChainError(.tryLater) { try await client.blockNumber() }
        }
    }

    @Test("A very long error is looked at no further than people read, and a key at its cut is not told in part")
    func longErrors() async throws {
        let start = String(repeating: " ", count: 4_085)
        for message in [start + "0123456789secret" + start, String(repeating: "a ", count: 500_000)] {
            let client = try Clients.client(
                ScriptedNodes(["one.example": Clients.node { _, _, _ in .error(code: -32_000, message: message) }]))
            let error = try await expectChainError(.refusedByNode) { try await client.blockNumber() }
            #expect(!error.message.contains("0123456"))
            #expect(error.message.count < 400)
        }
    }

    @Test("A token's texts show nothing that cannot be seen, and no towers of marks")
    func tokenTexts() async throws {
        let tower = "A" + String(repeating: "\u{301}", count: 500)
        let cases = [
            ("US\u{200B}D\u{AD}C", "USDC"), ("\u{202E}CDSU", "CDSU"), ("A\u{0}B", "AB"), (tower, "A\u{301}\u{301}"),
            ("\u{1B}[31mRED", "RED"), ("A\u{2028}B\u{A0}C", "ABC"), ("A\nB", "A B"), ("\u{E0041}", ""),
        ]
        for (said, shown) in cases {
            let text = try Samples.encoded(said)
            let client = try Clients.client(
                ScriptedNodes([
                    "one.example": Clients.node { method, parameters, _ in
                        Samples.isCall(ERC20.decimals, method, parameters) ? .result(Samples.word(6)) : .result(text)
                    }
                ]))
            let description = try await TokenClient(chain: client).describe(Samples.contract)
            #expect(Array(description.symbol.unicodeScalars) == Array(shown.unicodeScalars))
        }
    }
}
