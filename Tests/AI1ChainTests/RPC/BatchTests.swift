import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Chain

@Suite("Batches")
struct BatchTests {
    private static let requests = (0..<5).map { RPCRequest("eth_getBalance", [.integer($0)]) }

    private static func texts(_ replies: [RPCReply]) throws -> [String?] {
        try replies.map { try $0.result().number?.text }
    }

    @Test("The answers may come in any order", arguments: [false, true])
    func order(isReversed: Bool) async throws {
        let nodes = ScriptedNodes(
            ["one.example": Clients.node { _, parameters, _ in .result(parameters[0]) }], isReversed: isReversed)
        let client = try Clients.client(nodes)
        #expect(try await Self.texts(client.rpc.batch(Self.requests)) == ["0", "1", "2", "3", "4"])
        #expect(Set(nodes.seen.map { $0.request.body }).count == 1)
    }

    @Test("More calls than one batch may have are several batches")
    func parts() async throws {
        var limits = RPCLimits()
        limits.batchCalls = 2
        let nodes = ScriptedNodes(["one.example": Clients.node { _, parameters, _ in .result(parameters[0]) }])
        let client = try Clients.client(nodes, limits: limits)
        #expect(try await Self.texts(client.rpc.batch(Self.requests)) == ["0", "1", "2", "3", "4"])
        #expect(Set(nodes.seen.map { $0.request.body }).count == 3)
    }

    @Test("One call's error is that call's alone")
    func failure() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, parameters, _ in
                parameters[0] == 2
                    ? .error(code: 3, message: "execution reverted", data: "0x01") : .result(parameters[0])
            }
        ])
        let replies = try await Clients.client(nodes).rpc.batch(Self.requests)
        #expect(replies[2].outcome == .failure(RPCFailure(code: 3, message: "execution reverted", data: [1])))
        #expect(replies[3].outcome == .result(3))
    }

    @Test(
        "An endpoint that takes no batches is asked one by one",
        arguments: [
            ScriptedNodes.Answer.http(status: 400), .http(status: 405), .http(status: 413),
            .http(
                status: 200,
                body: #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batches are not supported"}}"#),
        ])
    func refused(answer: ScriptedNodes.Answer) async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, parameters, count in count == 1 ? answer : .result(parameters[0]) }
        ])
        let client = try Clients.client(nodes)
        #expect(try await Self.texts(client.rpc.batch(Self.requests)) == ["0", "1", "2", "3", "4"])
        let before = nodes.seen.count
        _ = try await client.rpc.batch(Self.requests)
        // It is not asked for a batch again.
        #expect(Set(nodes.seen.dropFirst(before).map { $0.request.body }).count == 5)
    }

    @Test(
        "Parts that are missing, doubled, foreign or too many are no answer",
        arguments: [
            "[]", "{}", #"[{"jsonrpc":"2.0","id":2,"result":1}]"#,
            #"[{"jsonrpc":"2.0","id":2,"result":1},{"jsonrpc":"2.0","id":2,"result":1}]"#,
            #"[{"jsonrpc":"2.0","id":2,"result":1},{"jsonrpc":"2.0","id":4,"result":1}]"#,
            #"[{"jsonrpc":"2.0","id":2,"result":1},{"jsonrpc":"2.0","result":1}]"#,
            #"[{"jsonrpc":"2.0","id":2,"result":1},{"jsonrpc":"2.0","id":3}]"#, "[1,2]",
            #"[{"jsonrpc":"2.0","id":2,"result":1},{"jsonrpc":"2.0","id":3,"result":1},{"jsonrpc":"2.0","id":4,"result":1}]"#,
        ])
    func malformed(body: String) async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .http(status: 200, body: body) }])
        try await expectChainError(.malformed) {
            try await Clients.client(nodes).rpc.batch(Array(Self.requests.prefix(2)))
        }
    }

    @Test("A batch goes to the next endpoint as a whole")
    func failover() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, parameters, _ in
                parameters[0] == 3 ? .error(code: 429, message: "slow down") : .result(parameters[0])
            }, "two.example": Clients.node { _, parameters, _ in .result(parameters[0]) },
        ])
        let replies = try await Clients.client(nodes, [Clients.one, Clients.two]).rpc.batch(Self.requests)
        #expect(try Self.texts(replies) == ["0", "1", "2", "3", "4"])
        #expect(replies.allSatisfy { $0.endpoint.shown == "https://two.example" })
    }
}
