import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Fees")
struct FeePlannerTests {
    private static let gwei = UInt256(1_000_000_000)

    /// A node whose fee history says so.
    private static func planner(
        baseFee: String = "0x3b9aca00", rewards: [JSONValue], others: [String: ScriptedNodes.Answer] = [:]
    ) throws -> (FeePlanner, ScriptedNodes) {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { method, _, _ in
                if let answer = others[method] { return answer }
                guard method == "eth_feeHistory" else { return .error(code: -32_601, message: "method not found") }
                return .result([
                    "oldestBlock": "0x1", "baseFeePerGas": .array(rewards.map { _ in "0x1" } + [.string(baseFee)]),
                    "gasUsedRatio": [], "reward": .array(rewards.map { [$0] }),
                ])
            }
        ])
        return (FeePlanner(chain: try Clients.client(nodes)), nodes)
    }

    @Test("The tip is the median of what was paid, and the maximum bears a doubled base fee")
    func median() async throws {
        let (planner, nodes) = try Self.planner(rewards: ["0x0", "0x77359400", "0x3b9aca00", "0x0", "0xb2d05e00"])
        let plan = try await planner.plan(FeeRequest())
        #expect(
            plan
                == FeePlan(
                    kind: .dynamicFee, fees: .dynamic(maxFee: 4_000_000_000, maxPriorityFee: 2_000_000_000),
                    baseFee: Self.gwei, isExplicit: false))
        #expect(JSONValue.array(nodes.seen[0].parameters).text == #"["0x14","latest",[20]]"#)
    }

    @Test("Without paid tips the node is asked, and there is a least tip")
    func floor() async throws {
        let (asked, _) = try Self.planner(rewards: ["0x0"], others: ["eth_maxPriorityFeePerGas": .result("0x77359400")])
        #expect(
            try await asked.plan(FeeRequest()).fees == .dynamic(maxFee: 4_000_000_000, maxPriorityFee: 2_000_000_000))
        let (silent, _) = try Self.planner(rewards: [])
        #expect(try await silent.plan(FeeRequest()).fees == .dynamic(maxFee: 2_001_000_000, maxPriorityFee: 1_000_000))
        let (low, _) = try Self.planner(rewards: ["0x1", "0x2"])
        #expect(try await low.plan(FeeRequest()).fees == .dynamic(maxFee: 2_001_000_000, maxPriorityFee: 1_000_000))
    }

    @Test("What the user gives is taken as it is")
    func explicit() async throws {
        let (planner, nodes) = try Self.planner(rewards: ["0x77359400"])
        #expect(
            try await planner.plan(FeeRequest(priorityGasPrice: 5)).fees
                == .dynamic(maxFee: 2_000_000_005, maxPriorityFee: 5))
        let low = try await planner.plan(FeeRequest(gasPrice: 7))
        #expect(low.fees == .dynamic(maxFee: 7, maxPriorityFee: 7))
        #expect(low.isBelowBaseFee && low.isExplicit)
        let before = nodes.seen.count
        #expect(
            try await planner.plan(FeeRequest(gasPrice: 7, priorityGasPrice: 6)).fees
                == .dynamic(maxFee: 7, maxPriorityFee: 6))
        #expect(try await planner.plan(FeeRequest(gasPrice: 7, isLegacy: true)).fees == .gasPrice(7))
        #expect(nodes.seen.count == before)
        try await expectChainError(.usage) { try await planner.plan(FeeRequest(gasPrice: 7, priorityGasPrice: 8)) }
        try await expectChainError(.usage) { try await planner.plan(FeeRequest(priorityGasPrice: 8, isLegacy: true)) }
    }

    @Test("A chain without base fees gets one gas price")
    func withoutBaseFee() async throws {
        let block: JSONValue = [
            "number": "0x1", "hash": .string(Hash32.zero.hex), "parentHash": .string(Hash32.zero.hex),
            "timestamp": "0x1", "gasLimit": "0x1",
        ]
        let others: [String: ScriptedNodes.Answer] = [
            "eth_getBlockByNumber": .result(block), "eth_gasPrice": .result("0x9"),
        ]
        let (zeros, _) = try Self.planner(baseFee: "0x0", rewards: ["0x0"], others: others)
        #expect(try await zeros.plan(FeeRequest()).fees == .gasPrice(9))
        let missing = ScriptedNodes.Answer.error(code: -32_601, message: "method not found")
        let (none, _) = try Self.planner(rewards: [], others: others.merging(["eth_feeHistory": missing]) { $1 })
        #expect(try await none.plan(FeeRequest()).kind == .legacy)
        try await expectChainError(.usage) { try await none.plan(FeeRequest(priorityGasPrice: 1)) }
        // A base fee of zero in the block is one.
        var paying = block
        if case .object(var object) = block {
            object["baseFeePerGas"] = "0x0"
            paying = .object(object)
        }
        let (free, _) = try Self.planner(
            baseFee: "0x0", rewards: ["0x77359400"], others: ["eth_getBlockByNumber": .result(paying)])
        #expect(
            try await free.plan(FeeRequest()).fees == .dynamic(maxFee: 2_000_000_000, maxPriorityFee: 2_000_000_000))
    }

    @Test("--legacy asks for the gas price alone")
    func legacy() async throws {
        let (planner, nodes) = try Self.planner(rewards: [], others: ["eth_gasPrice": .result("0x9")])
        let plan = try await planner.plan(FeeRequest(isLegacy: true))
        #expect(plan == FeePlan(kind: .legacy, fees: .gasPrice(9), baseFee: nil, isExplicit: false))
        #expect(nodes.seen.map(\.method) == ["eth_gasPrice"])
    }

    @Test(
        "A history that is none is refused",
        arguments: [
            JSONValue.null, [], ["oldestBlock": "0x1", "baseFeePerGas": ["1"]], ["baseFeePerGas": ["0x1"]],
            ["oldestBlock": "0x1", "baseFeePerGas": ["0x1"], "reward": [[]]],
            ["oldestBlock": "0x1", "baseFeePerGas": ["0x1"], "reward": [["0x1", "0x2"]]],
            ["oldestBlock": "0x1", "baseFeePerGas": .array(Array(repeating: "0x1", count: 22))],
        ])
    func malformed(history: JSONValue) async throws {
        let (planner, _) = try Self.planner(rewards: [], others: ["eth_feeHistory": .result(history)])
        try await expectChainError(.malformed) { try await planner.plan(FeeRequest()) }
    }

    @Test("A base fee beyond all numbers is refused")
    func overflow() async throws {
        let (planner, _) = try Self.planner(baseFee: UInt256.max.hex, rewards: [])
        try await expectChainError(.untrusted) { try await planner.plan(FeeRequest()) }
    }

    @Test("A base fee a million times too high is refused for even the smallest transaction")
    func inflated() async throws {
        let (planner, _) = try Self.planner(baseFee: UInt256.powerOfTen(15).hex, rewards: ["0x3b9aca00"])
        let plan = try await planner.plan(FeeRequest())
        let gas = GasPlan(limit: 25_200, estimate: 21_000)
        let error = try #require(throws: ChainError.self) {
            try FeeBound.worstFee(plan, gas: gas, feeCap: nil, network: Clients.network())
        }
        #expect(error.code == .untrusted)
        #expect(
            error.message == "the fee could be up to 50.4000252 ETH, and 0.01 ETH is the most that is allowed")
        #expect(error.hint == "if that is right, allow it with --fee-cap 50.4000252eth")
    }
}
