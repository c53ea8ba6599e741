import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Taking the place of a transaction")
struct ReplacementTests {
    private func transaction(_ fees: TransactionFees, _ kind: TransactionKind = .dynamicFee) throws -> Transaction {
        try Transaction(
            kind: kind, chainID: 31_337, nonce: 3, gasLimit: 60_000, fees: fees, to: SendingBench.friend, value: 5,
            data: [1, 2])
    }

    @Test("Both fees rise by an eighth, rounded up, and by one at least")
    func raised() throws {
        func sped(_ maxFee: UInt256, _ tip: UInt256) throws -> TransactionFees {
            try Replacement.speedUp(transaction(.dynamic(maxFee: maxFee, maxPriorityFee: tip)), current: nil).fees
        }
        #expect(try sped(1_000, 10) == .dynamic(maxFee: 1_125, maxPriorityFee: 12))
        #expect(try sped(1_001, 0) == .dynamic(maxFee: 1_127, maxPriorityFee: 1))
        #expect(try sped(0, 0) == .dynamic(maxFee: 1, maxPriorityFee: 1))
        #expect(try Replacement.speedUp(transaction(.gasPrice(801), .legacy), current: nil).fees == .gasPrice(902))
        #expect(throws: WalletError.self) { try sped(.max, 0) }
    }

    @Test("They are never below what the network asks now")
    func current() throws {
        let old = try transaction(.dynamic(maxFee: 100, maxPriorityFee: 2))
        let current = TransactionFees.dynamic(maxFee: 900, maxPriorityFee: 1)
        #expect(try Replacement.speedUp(old, current: current).fees == .dynamic(maxFee: 900, maxPriorityFee: 3))
        let legacy = try transaction(.gasPrice(8), .legacy)
        #expect(try Replacement.speedUp(legacy, current: current).fees == .gasPrice(900))
        #expect(
            try Replacement.speedUp(old, current: .gasPrice(50)).fees == .dynamic(maxFee: 113, maxPriorityFee: 50))
    }

    @Test("Fees that the user gives are taken when they are enough, and refused with the least that is")
    func wanted() throws {
        let old = try transaction(.dynamic(maxFee: 1_000, maxPriorityFee: 10))
        let enough = TransactionFees.dynamic(maxFee: 1_125, maxPriorityFee: 500)
        let now = TransactionFees.dynamic(maxFee: 9_000, maxPriorityFee: 10)
        #expect(try Replacement.speedUp(old, current: now, wanted: enough).fees == enough)
        for wanted in [
            TransactionFees.dynamic(maxFee: 1_124, maxPriorityFee: 500), .dynamic(maxFee: 2_000, maxPriorityFee: 11),
            .gasPrice(1_000),
        ] {
            #expect(chainCode { _ = try Replacement.speedUp(old, current: now, wanted: wanted) } == .usage)
        }
    }

    @Test("A cancellation is a plain payment of nothing to oneself, of the same nonce")
    func cancel() throws {
        let old = try transaction(.dynamic(maxFee: 1_000, maxPriorityFee: 10))
        let new = try Replacement.cancel(old, sender: .zero, current: nil)
        #expect(new.to == .zero && new.value == 0 && new.data.isEmpty && new.gasLimit == 21_000)
        #expect(new.nonce == 3 && new.chainID == 31_337 && new.kind == .dynamicFee)
        #expect(new.fees == .dynamic(maxFee: 1_125, maxPriorityFee: 12))
    }

    private func replace(
        _ bench: SendingBench, _ entry: JournalEntry, isCancel: Bool = false
    ) async throws -> SendingReport {
        let old = try SignedTransaction(decoding: entry.raw).transaction
        let new =
            isCancel
            ? try Replacement.cancel(old, sender: bench.address, current: nil)
            : try Replacement.speedUp(old, current: nil)
        return try await bench.sender().replace(
            entry.hash, with: new, summary: isCancel ? "cancel" : entry.summary, maxFees: "", sign: bench.sign)
    }

    @Test("The faster one is mined, and the old one is replaced by it", arguments: [false, true])
    func replaces(isCancel: Bool) async throws {
        let bench = try SendingBench()
        let old = try await bench.send(bench.order(key: "k")).entry
        let new = try await replace(bench, old, isCancel: isCancel).entry
        #expect(new.replaces == old.hash && new.nonce == old.nonce && new.state == .sent)
        #expect(bench.chain.poolHashes == [new.hash])
        #expect(try await replace(bench, old, isCancel: isCancel).isEarlier)
        try await expectChainError(.conflict) { try await replace(bench, old, isCancel: !isCancel) }
        bench.chain.mine()
        let reports = try await JournalReconciler(client: bench.client, journal: bench.journal).refresh()
        #expect(reports.map(\.entry.hash) == [old.hash, new.hash])
        #expect(reports[0].status == .replaced(by: new.hash))
        #expect(try bench.state(old.hash) == .replaced && bench.state(new.hash) == .mined)
        if isCancel {
            try await expectChainError(.replaced) { try await bench.send(bench.order(key: "k")) }
        } else {
            #expect(try await bench.send(bench.order(key: "k")).entry.hash == new.hash)
        }
        #expect(try await bench.send(bench.order(value: 2)).entry.nonce == 1)
    }

    @Test("The old one was faster: the replacement is refused, and the truth is told")
    func tooLate() async throws {
        let bench = try SendingBench()
        let old = try await bench.send(bench.order()).entry
        bench.chain.mine()
        let error = try await expectChainError(.usage) { try await replace(bench, old) }
        #expect(error.message.contains("is in block 1 already"))
        #expect(bench.signed.count == 1)
    }

    @Test("The old one is mined while the replacement is on its way")
    func race() async throws {
        let bench = try SendingBench()
        let old = try await bench.send(bench.order()).entry
        let new = try Replacement.speedUp(SignedTransaction(decoding: old.raw).transaction, current: nil)
        let probe = SendingProbe { point, _ in if point == .sending { bench.chain.mine() } }
        let error = try await expectChainError(.replaced) {
            try await bench.sender(probe: probe).replace(
                old.hash, with: new, summary: "", maxFees: "", sign: bench.sign)
        }
        #expect(error.message.contains(old.hash.hex))
        #expect(try bench.state(old.hash) == .mined)
        #expect(try bench.state(#require(error.transaction)) == .replaced)
    }

    @Test("What was never sent is given up, not replaced")
    func unsent() async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [.poolFull] }
        _ = try? await bench.send(bench.order())
        let entry = try #require(try bench.journal.pending().first)
        let error = try await expectChainError(.usage) { try await replace(bench, entry, isCancel: true) }
        #expect(error.message.contains("was never sent"))
        #expect(try bench.journal.release(entry.hash).state == .released)
    }

    @Test("A transaction signed elsewhere is sent once, and one of a waiting nonce takes its place")
    func signedElsewhere() async throws {
        let bench = try SendingBench()
        let first = try bench.foreign(nonce: 0, fee: 1_000)
        let report = try await bench.sender().send(signed: first, summary: "cold", maxFees: "")
        #expect(report.entry.state == .sent && report.entry.hash == first.hash)
        let again = try await bench.sender().send(signed: first, summary: "cold", maxFees: "")
        #expect(again.isEarlier && bench.chain.received == [first.hash])
        let second = try bench.foreign(nonce: 0, fee: 2_000)
        let faster = try await bench.sender().send(signed: second, summary: "cold", maxFees: "")
        #expect(faster.entry.replaces == first.hash && bench.chain.poolHashes == [second.hash])
        let cheap = try bench.foreign(nonce: 0, fee: 2_001)
        try await expectChainError(.refusedByNode) {
            try await bench.sender().send(signed: cheap, summary: "cold", maxFees: "")
        }
        #expect(try bench.state(cheap.hash) == .released)
    }
}
