import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Failover")
struct FailoverTests {
    private static let good = Clients.node { _, _, _ in .result("0x10") }

    @Test(
        "The next endpoint is asked on each fault",
        arguments: [
            ScriptedNodes.Answer.http(status: 429), .http(status: 500), .http(status: 502, body: "<html>"),
            .http(status: 503), .http(status: 408), .http(status: 401), .http(status: 403), .http(status: 404),
            .http(status: 200, body: "<html>"), .http(status: 200, body: ""), .http(status: 200, body: "[]"),
            .http(status: 200, body: "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":\"0x1\"}"),
            .http(status: 200, body: "{\"jsonrpc\":\"2.0\",\"id\":2}"),
            .http(status: 200, body: "{\"jsonrpc\":\"1.0\",\"id\":2,\"result\":\"0x1\"}"),
            .http(status: 200, body: "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":\"0x1\"}"),
            .http(status: 200, body: "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"result\":\"0x1\"}"),
            .http(
                status: 200, body: "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":1,\"error\":{\"code\":1,\"message\":\"\"}}"
            ),
            .http(status: 200, body: "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":\"no\"}"),
            .http(status: 500, body: "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32603,\"message\":\"\"}}"),
            .fault(ProviderFault(.unreachable, message: "cannot connect")),
            .fault(ProviderFault(.transient, message: "reset")), .fault(ProviderFault(.stalled, message: "silent")),
            .fault(ProviderFault(.deadline, message: "time-out")), .fault(ProviderFault(.redirected, message: "moved")),
            .fault(ProviderFault(.malformed, message: "no HTTP")), .error(code: -32_005, message: "limit exceeded"),
            .error(code: 429, message: "slow down"), .error(code: -32_016, message: "over rate limit"),
        ])
    func next(fault: ScriptedNodes.Answer) async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in fault }, "two.example": Self.good])
        let client = try Clients.client(nodes, [Clients.one, Clients.two])
        #expect(try await client.blockNumber() == 16)
        #expect(nodes.seen.map(\.host) == ["one.example", "two.example"])
        // The one that answered is asked first from now on.
        #expect(try await client.blockNumber() == 16)
        #expect(nodes.seen.map(\.host).last == "two.example")
        #expect(nodes.seen.count == 3)
    }

    @Test("A node's own error ends the call")
    func nodeError() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, _ in
                .error(code: -32_000, message: "missing\u{1B}[31m trie\u{202E} node 0123456789secret")
            }, "two.example": Self.good,
        ])
        let client = try Clients.client(nodes, [Clients.one, Clients.two])
        let error = try await expectChainError(.refusedByNode) { try await client.blockNumber() }
        #expect(
            error.message == "https://one.example refused eth_blockNumber: missing trie node [redacted]")
        #expect(nodes.seen.count == 1)
    }

    @Test("An error under another status is the node's own error all the same")
    func errorUnderStatus() async throws {
        let body = #"{"jsonrpc":"2.0","id":2,"error":{"code":-32602,"message":"too many arguments"}}"#
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .http(status: 400, body: body) }])
        let error = try await expectChainError(.refusedByNode) { try await Clients.client(nodes).blockNumber() }
        #expect(error.message.hasSuffix("too many arguments"))
    }

    @Test("A busy endpoint is asked again after what it asks for")
    func retryAfter() async throws {
        let clock = TestClock(sleeping: .advances)
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, count in
                count < 2 ? .http(status: 429, headers: [("retry-after", "7")]) : .result("0x1")
            }
        ])
        #expect(try await Clients.client(nodes, clock: clock).blockNumber() == 1)
        #expect(clock.sleeps == [7_000])
    }

    @Test("A wait that does not fit the deadline is not begun")
    func retryTooLate() async throws {
        let clock = TestClock(sleeping: .refused)
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, _ in .http(status: 429, headers: [("retry-after", "31")]) }
        ])
        let error = try await expectChainError(.tryLater) {
            try await Clients.client(nodes, clock: clock).blockNumber()
        }
        #expect(error.message == "https://one.example: status 429, too many requests")
        #expect(error.kind == .tryLater)
    }

    @Test("Rounds are bounded and wait longer each time")
    func bounded() async throws {
        let clock = TestClock(sleeping: .advances)
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .http(status: 503) }])
        let error = try await expectChainError(.unreachable) {
            try await Clients.client(nodes, clock: clock).blockNumber()
        }
        #expect(error.message == "https://one.example: status 503")
        #expect(nodes.seen.count == 3)
        #expect(clock.sleeps.count == 2)
        #expect((125...250).contains(clock.sleeps[0]) && (250...500).contains(clock.sleeps[1]), "\(clock.sleeps)")
    }

    @Test("Nothing is repeated where it would be the same again")
    func hopeless() async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .http(status: 403) }])
        let client = try Clients.client(nodes, [Clients.one, Clients.two], clock: TestClock(sleeping: .refused))
        let error = try await expectChainError(.unreachable) { try await client.blockNumber() }
        #expect(
            error.message == "https://one.example: status 403, access refused; https://two.example: cannot connect")
        let keys = ScriptedNodes(["one.example": { _, _, _ in .http(status: 401) }])
        #expect(
            try await expectChainError(.keyRefused) { try await Clients.client(keys).blockNumber() }.kind == .keyRefused
        )
    }

    @Test("An answer larger than the bound is not read to its end")
    func oversize() async throws {
        var limits = RPCLimits()
        limits.answerBytes = 1_048_576
        let large = "\"" + String(repeating: "a", count: 1_048_577) + "\""
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .http(status: 200, body: large) }])
        let client = try Clients.client(nodes, limits: limits)
        let error = try await expectChainError(.malformed) { try await client.blockNumber() }
        #expect(error.message == "https://one.example: the answer is larger than 1 MiB")
        #expect(RPCLimits().answerBytes == 4 * 1_048_576)
        #expect(nodes.seen[0].request.limits.bodyBytes == 1_048_576)
    }

    @Test("Each exchange has a deadline, and leaves time for the next endpoint")
    func deadlines() async throws {
        let clock = TestClock(sleeping: .advances)
        let slow = Clients.node { _, _, _ in
            clock.advance(milliseconds: 10_000)
            return .fault(ProviderFault(.deadline, message: "no answer in time"))
        }
        let nodes = ScriptedNodes(["one.example": slow, "two.example": slow])
        let client = try Clients.client(nodes, [Clients.one, Clients.two], clock: clock)
        try await expectChainError(.tryLater) { try await client.blockNumber() }
        #expect(nodes.seen.allSatisfy { $0.request.limits.deadlineMilliseconds ?? .max <= 10_000 })
        #expect(nodes.seen.count == 3)
        #expect(clock.monotonicNanoseconds <= 31_000_000_000)
    }

    @Test("Without an endpoint the error says how to set one")
    func none() throws {
        let error = try #require(throws: ChainError.self) { try Clients.client(ScriptedNodes([:]), []) }
        #expect(error.code == .configuration)
        #expect(error.message == "no RPC endpoint is set for test")
        #expect(error.hint?.contains("--rpc-url") == true)
    }
}
