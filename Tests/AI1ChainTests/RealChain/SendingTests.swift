import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Sending on a real chain", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct SendingTests {
    @Test("A transaction is sent, found in its block and waited for until it is deep enough")
    func confirmations() async throws {
        let bench = try await RealSending()
        let entry = try await bench.send(bench.order())
        #expect(entry.state == .sent)
        try bench.node.mine()
        let report = try await bench.watcher().wait(for: entry.hash, confirmations: 2, milliseconds: 10_000)
        #expect(report.confirmations == 2 && report.receipt.succeeded)
        #expect(try bench.journal.entry(entry.hash)?.state == .mined)
        try await bench.node.stop()
    }

    @Test("Whatever goes wrong on the way, one intent is one transaction")
    func faults() async throws {
        let bench = try await RealSending()
        let faults: [EVMNode.Fault] = [
            .drop, .dropAfter, .tooMany, .tooManyAfter, .unavailable, .unavailableAfter, .truncated, .notJSON,
            .alreadyKnown,
        ]
        for (index, fault) in faults.enumerated() {
            try bench.node.clearLog()
            try bench.node.fault(fault, method: "eth_sendRawTransaction", times: 3)
            var entry: JournalEntry?
            do {
                entry = try await bench.send(bench.order(key: fault.rawValue))
            } catch let error as ChainError {
                #expect(error.transaction != nil && error.code == .tryLater, "\(fault): \(error.message)")
            }
            try bench.node.clearFaults()
            let again = try await bench.send(bench.order(key: fault.rawValue))
            #expect(entry == nil || entry?.hash == again.hash, "\(fault)")
            _ = try await bench.watcher().wait(for: again.hash, milliseconds: 10_000)
            #expect(try bench.mined() == index + 1, "\(fault)")
            #expect(Set(try bench.node.rawTransactions()).count == 1, "\(fault)")
        }
        try await bench.node.stop()
    }

    @Test(
        "A process that ends while it sends has sent one transaction, whatever is done next",
        arguments: [SendingProbe.Point.signed, .journalled, .sending, .answered])
    func killed(point: SendingProbe.Point) async throws {
        let bench = try await RealSending()
        let probe = SendingProbe { reached, _ in if reached == point { throw Killed() } }
        await #expect(throws: Killed.self) { try await bench.send(bench.order(), probe: probe) }
        if point == .signed {
            try await bench.send(bench.order())
        } else {
            let error = try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
            let entry = try #require(try bench.journal.history().first)
            #expect(error.message.contains(entry.hash.hex))
            _ = try await bench.sending().rebroadcast(entry.hash)
        }
        #expect(try bench.mined() == 1)
        #expect(Set(try bench.node.rawTransactions()).count == 1)
        // Now that it is known, the same order means another one.
        _ = try await bench.watcher().wait(for: #require(bench.journal.history().first).hash, milliseconds: 10_000)
        try await bench.send(bench.order())
        #expect(try bench.mined() == 2)
        try await bench.node.stop()
    }

    @Test("A transaction that waits is sped up: the first is replaced, and one is in a block")
    func speedUp() async throws {
        let bench = try await RealSending()
        try bench.node.fault(.stuck)
        let first = try await bench.send(bench.order())
        let waiting = try SignedTransaction(decoding: first.raw).transaction
        let faster = try Replacement.speedUp(waiting, current: nil)
        let second = try await bench.sending().replace(
            first.hash, with: faster, summary: "speed up", maxFees: "0.0005 ETH", sign: bench.sign
        ).entry
        _ = try await bench.watcher().wait(for: second.hash, milliseconds: 10_000)
        #expect(try bench.journal.entry(first.hash)?.state == .replaced)
        try await expectChainError(.replaced) {
            try await bench.watcher().wait(for: first.hash, milliseconds: 10_000)
        }
        #expect(try bench.mined() == 1)
        try await bench.node.stop()
    }

    @Test("A transaction that waits is cancelled by a payment of nothing to oneself")
    func cancel() async throws {
        let bench = try await RealSending()
        try bench.node.setAutomine(false)
        let first = try await bench.send(bench.order(wei: 5))
        let waiting = try SignedTransaction(decoding: first.raw).transaction
        let nothing = try Replacement.cancel(waiting, sender: bench.sender, current: nil)
        let second = try await bench.sending().replace(
            first.hash, with: nothing, summary: "cancel", maxFees: "0.0001 ETH", sign: bench.sign
        ).entry
        #expect(try bench.node.pending() == [second.hash.hex])
        try bench.node.mine()
        let reports = try await JournalReconciler(client: bench.client, journal: bench.journal).refresh()
        #expect(reports.contains { $0.entry.hash == first.hash && $0.status == .replaced(by: second.hash) })
        #expect(try bench.node.receipt(first.hash.hex) == nil)
        try await bench.node.stop()
    }

    @Test("A transaction that failed in its block is told with the contract's reason")
    func reverted() async throws {
        let bench = try await RealSending()
        let data = try ERC20.transfer.encodeCall([.address(bench.sender), .uint(1)])
        let entry = try await bench.send(bench.order(wei: 0, to: bench.scene.token, data: data))
        let error = try await expectChainError(.reverted) {
            try await bench.watcher().wait(for: entry.hash, milliseconds: 10_000)
        }
        #expect(error.message.contains("transfer amount exceeds balance"), "\(error.message)")
        #expect(error.transaction == entry.hash)
        try await bench.node.stop()
    }

    @Test("A chain that turns sends a transaction back to waiting, and a forgotten one is sent again as it was")
    func reorganisation() async throws {
        let bench = try await RealSending(chainID: 7)
        let entry = try await bench.send(bench.order())
        _ = try await bench.watcher().wait(for: entry.hash, milliseconds: 10_000)
        #expect(try bench.journal.entry(entry.hash)?.state == .mined)
        try bench.node.reorganise(depth: 1, keep: false)
        #expect(try bench.node.receipt(entry.hash.hex) == nil)
        // The next order finds out, and does not take the nonce that waits again.
        let next = try await bench.send(bench.order(wei: 2))
        #expect(next.nonce == 1)
        #expect(try bench.journal.entry(entry.hash)?.state == .sent)
        #expect(try bench.mined() == 0)
        _ = try await bench.sending().rebroadcast(entry.hash)
        _ = try await bench.watcher().wait(for: entry.hash, milliseconds: 60_000)
        #expect(try bench.mined() == 2)
        #expect(Set(try bench.node.rawTransactions()).count == 2)
        try await bench.node.stop()
    }

    @Test("What the node does not take is told, and the nonce is free again")
    func refused() async throws {
        let bench = try await RealSending()
        for (index, fault) in [EVMNode.Fault.underpriced, .insufficientFunds].enumerated() {
            try bench.node.fault(fault, times: -1)
            let code: ChainError.Code = fault == .underpriced ? .refusedByNode : .insufficientFunds
            try await expectChainError(code) { try await bench.send(bench.order()) }
            try bench.node.clearFaults()
            #expect(try bench.journal.pending().isEmpty)
            let entry = try await bench.send(bench.order(wei: 2))
            #expect(entry.nonce == UInt64(index))
            _ = try await bench.watcher().wait(for: entry.hash, milliseconds: 10_000)
        }
        #expect(try bench.mined() == 2)
        try await bench.node.stop()
    }
}
