import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Sending to nodes that lie", .timeLimit(.minutes(1)))
struct HostileSendingTests {
    private static let raw: [UInt8] = [0xC0, 0x01]
    private static let hash = Keccak256.hash(raw)

    @Test("What one endpoint may have taken stays open when the next one serves another chain")
    func wrongChainAfterDoubt() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, _ in .fault(ProviderFault(.deadline, message: "no answer in time")) },
            "two.example": Clients.node(chainID: "0x1") { _, _, _ in .result(.null) },
        ])
        let outcome = try await Clients.client(nodes, [Clients.one, Clients.two])
            .sendRaw(Self.raw, expecting: Self.hash)
        guard case .unknown(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("two.example serves chain 1"))
    }

    @Test("Without a doubt before, an endpoint of another chain is an error, and nothing was sent")
    func wrongChain() async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node(chainID: "0x1") { _, _, _ in .result(.null) }])
        try await expectChainError(.wrongChain) {
            try await Clients.client(nodes).sendRaw(Self.raw, expecting: Self.hash)
        }
        #expect(nodes.seen.isEmpty)
    }

    @Test("A result under a status of failure leaves open what was done", arguments: [401, 403, 404, 429, 500, 503])
    func resultUnderFailure(status: Int) async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { _, _, count in
                .http(status: status, body: #"{"jsonrpc":"2.0","id":\#(count + 1),"result":"\#(Self.hash.hex)"}"#)
            }
        ])
        let outcome = try await Clients.client(nodes).sendRaw(Self.raw, expecting: Self.hash)
        guard case .unknown = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("A transaction that a node refuses and passes on all the same is not signed for again")
    func refusedAndKept() async throws {
        let bench = try SendingBench(chainID: 1)
        bench.chain.change { $0.faults = [.insufficientFunds] }
        try await expectChainError(.insufficientFunds) { try await bench.send(bench.order()) }
        let hash = try #require(bench.signed.first)
        #expect(try bench.state(hash) == .released)
        let kept = try SignedTransaction(decoding: try #require(try bench.journal.entry(hash)).raw)
        bench.chain.change { $0.pool.append(kept) }
        let first = try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        #expect(first.transaction == hash)
        #expect(first.message.contains("its nonce 0 is used now"))
        bench.chain.mine()
        let second = try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        #expect(second.message.contains("is in block 1 all the same"))
        #expect(try bench.state(hash) == .mined)
        #expect(bench.signed.count == 1)
        #expect(bench.chain.minedHashes == [hash])
    }

    @Test("A refused transaction whose nonce something else has is not signed for again without a new key")
    func refusedAndNonceUsed() async throws {
        let bench = try SendingBench(chainID: 1)
        bench.chain.change { $0.faults = [.underpriced] }
        try await expectChainError(.refusedByNode) { try await bench.send(bench.order(key: "rent")) }
        let foreign = try bench.foreign(nonce: 0)
        bench.chain.change {
            $0.pool.append(foreign)
            $0.mine()
        }
        try await expectChainError(.unsettled) { try await bench.send(bench.order(key: "rent")) }
        try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        #expect(bench.signed.count == 1)
        #expect(try await bench.send(bench.order(key: "rent, once more")).entry.nonce == 1)
        #expect(try await bench.send(bench.order(value: 2)).entry.nonce == 2)
    }

    @Test("A refused transaction is sent again while its nonce is free, and after another of the journal had it")
    func refusedAndFree() async throws {
        let bench = try SendingBench(chainID: 1)
        bench.chain.change { $0.faults = [.underpriced, .underpriced] }
        try await expectChainError(.refusedByNode) { try await bench.send(bench.order()) }
        try await expectChainError(.refusedByNode) { try await bench.send(bench.order(fee: 2_000)) }
        #expect(try await bench.send(bench.order(value: 2)).entry.nonce == 0)
        #expect(try await bench.send(bench.order()).entry.nonce == 1)
    }

    @Test("A transaction that is not deep enough yet when the time is over is not signed for again")
    func notDeepEnough() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.mine()
        try await expectChainError(.tryLater) {
            try await bench.watcher().wait(for: hash, confirmations: 3, milliseconds: 5_000)
        }
        let error = try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        #expect(error.message.contains(hash.hex))
        #expect(bench.signed == [hash])
        #expect(try bench.state(hash) == .mined)
    }

    @Test("A command that is stopped before it has told the end of its transaction is no reason to sign another")
    func stoppedBeforeTelling() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.mine()
        let watcher = ReceiptWatcher(client: bench.client, journal: bench.journal, clock: bench.clock, settles: false)
        let found = try await watcher.wait(for: hash, milliseconds: 5_000)
        #expect(try bench.state(hash) == .sent)
        try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        #expect(bench.signed == [hash])
        try watcher.settle(found.receipt)
        #expect(try bench.state(hash) == .mined)
    }

    @Test("A next nonce far beyond those that are used is not believed", arguments: ["0x1008", "0xffffffffffffffff"])
    func endlessNonce(next: String) async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { method, parameters, _ in
                guard method == "eth_getTransactionCount" else { return .result(.null) }
                return .result(parameters[1].string == "pending" ? .string(next) : "0x7")
            }
        ])
        let bench = try SendingBench()
        let clock = TestClock(sleeping: .advances)
        let sender = TransactionSender(
            client: try Clients.client(nodes), journal: bench.journal,
            lock: NonceLock(folder: bench.folder.path("state"), clock: clock), clock: clock)
        try await expectChainError(.untrusted) { try await sender.send(bench.order(), sign: bench.sign) }
        #expect(bench.signed.isEmpty)
        #expect(nodes.seen.allSatisfy { $0.method != "eth_sendRawTransaction" })
    }

    @Test("A head beyond all numbers is no confirmation and no crash")
    func endlessHead() async throws {
        let hash = Self.hash
        let nodes = ScriptedNodes([
            "one.example": Clients.node { method, _, _ in
                switch method {
                case "eth_blockNumber": .result("0xffffffffffffffff")
                case "eth_getTransactionReceipt":
                    .result([
                        "transactionHash": .string(hash.hex), "blockNumber": "0x0", "blockHash": .string(hash.hex),
                        "status": "0x1", "from": .string(Samples.owner.lowercased), "to": .null, "gasUsed": "0x1",
                        "logs": [],
                    ])
                default: .result(.null)
                }
            }
        ])
        let bench = try SendingBench()
        let watcher = ReceiptWatcher(
            client: try Clients.client(nodes), journal: bench.journal, clock: TestClock(sleeping: .advances))
        try await expectChainError(.tryLater) { try await watcher.wait(for: hash, milliseconds: 3_000) }
    }
}
