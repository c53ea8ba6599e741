import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Gas")
struct GasPlannerTests {
    private static let transfer = CallRequest(from: Samples.owner, to: Samples.other, value: 1)

    private static func planner(_ answer: ScriptedNodes.Answer) throws -> (GasPlanner, ScriptedNodes) {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in answer }])
        return (GasPlanner(chain: try Clients.client(nodes)), nodes)
    }

    private static func token(_ function: ABIFunction) throws -> CallRequest {
        CallRequest(
            from: Samples.owner, to: Samples.contract,
            data: try function.encodeCall([.address(Samples.other), .uint(1)]))
    }

    @Test("The limit is the estimate and a fifth, rounded up")
    func fifth() async throws {
        let (planner, nodes) = try Self.planner(.result("0x5208"))
        #expect(try await planner.plan(Self.transfer) == GasPlan(limit: 25_200, estimate: 21_000))
        #expect(nodes.seen[0].parameters[0]["gas"] == nil)
        let (odd, _) = try Self.planner(.result("0x5209"))
        #expect(try await odd.plan(Self.transfer).limit == 25_202)
    }

    @Test("An estimate of more than ten times what the call needs is refused")
    func inflated() async throws {
        let (planner, _) = try Self.planner(.result(.string(UInt256(2_100_000).hex)))
        let error = try await expectChainError(.untrusted) { try await planner.plan(Self.transfer) }
        #expect(
            error.message
                == "the node estimates 2,100,000 units of gas for a plain transfer, which needs about 21000")
        #expect(error.hint?.contains("--gas-limit") == true)
        for function in [ERC20.transfer, ERC20.approve] {
            let call = try Self.token(function)
            #expect(try GasPlanner.plan(estimate: 541_666, for: call).limit == 650_000)
            #expect(throws: ChainError.self) { try GasPlanner.plan(estimate: 541_667, for: call) }
        }
        #expect(try GasPlanner.plan(estimate: 175_000, for: Self.transfer).limit == 210_000)
        #expect(throws: ChainError.self) { try GasPlanner.plan(estimate: 175_001, for: Self.transfer) }
    }

    @Test("Calls that are not known, and new contracts, have no such measure; a limit must fit all the same")
    func unknown() throws {
        let unknown = CallRequest(to: Samples.contract, data: [1, 2, 3, 4])
        #expect(try GasPlanner.plan(estimate: 10_000_000, for: unknown).limit == 12_000_000)
        #expect(try GasPlanner.plan(estimate: 10_000_000, for: CallRequest(to: nil)).limit == 12_000_000)
        #expect(throws: ChainError.self) { try GasPlanner.plan(estimate: .max, for: unknown) }
        #expect(throws: ChainError.self) { try GasPlanner.plan(estimate: 20_999, for: unknown) }
    }

    @Test("The user's own limit is taken as it is")
    func explicit() async throws {
        let (planner, nodes) = try Self.planner(.result("0x1"))
        let plan = try await planner.plan(Self.transfer, explicit: 9_000_000)
        #expect(plan == GasPlan(explicit: 9_000_000))
        #expect(plan.isExplicit && nodes.seen.isEmpty)
    }

    @Test("An estimate that fails says why")
    func reverts() async throws {
        let (planner, _) = try Self.planner(.error(code: 3, message: "execution reverted: no"))
        let error = try await expectChainError(.reverted) { try await planner.plan(Self.token(ERC20.transfer)) }
        #expect(error.message == "the call would be reverted: execution reverted: no")
    }
}
