import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("What became of what waits")
struct ReconcilerTests {
    private func reports(_ bench: SendingBench) async throws -> [PendingReport] {
        try await JournalReconciler(client: bench.client, journal: bench.journal).refresh()
    }

    @Test("It waits, is mined, or is not known any more")
    func states() async throws {
        let bench = try SendingBench()
        #expect(try await reports(bench).isEmpty)
        let hash = try await bench.send(bench.order()).entry.hash
        #expect(try await reports(bench).map(\.status) == [.pending])
        bench.chain.change { $0.pool = [] }
        let dropped = try await reports(bench)
        #expect(dropped.map(\.status) == [.dropped] && dropped[0].hint == "ai1 wallet tx rebroadcast \(hash.hex)")
        _ = try await bench.sender().rebroadcast(hash)
        bench.chain.mine()
        let mined = try await reports(bench)
        #expect(mined.map(\.entry.state) == [.mined])
        #expect(try await reports(bench).isEmpty)
    }

    @Test("A gap before it, and a fee below the base fee, are told")
    func stuck() async throws {
        let bench = try SendingBench()
        let first = try await bench.send(bench.order(fee: 200)).entry
        let second = try await bench.send(bench.order(value: 2, nonce: .exactly(2))).entry
        bench.chain.change { $0.baseFee = 500 }
        let found = try await reports(bench)
        #expect(found[0].status == .stuck(.feeBelowBase(offered: 200, baseFee: 500)))
        #expect(found[0].hint == "ai1 wallet tx speed-up \(first.hash.hex)")
        #expect(found[1].status == .stuck(.nonceGap(missing: 1)) && found[1].entry == second)
    }

    @Test("Unsent ones and those in doubt are told apart, and found when a node has them after all")
    func unsent() async throws {
        let bench = try SendingBench()
        let raw = try bench.foreign(nonce: 0)
        let new = try NewEntry(
            chainID: 31_337, sender: bench.address, nonce: 0, raw: raw.raw,
            intent: TransactionIntent(raw.transaction, sender: bench.address), recipient: nil, summary: "", maxFees: "")
        _ = try bench.journal.record(new)
        #expect(try await reports(bench).map(\.status) == [.unsent])
        try bench.journal.beginSending(raw.hash)
        #expect(try await reports(bench).map(\.status) == [.unconfirmed])
        bench.chain.change { $0.pool = [raw] }
        #expect(try await reports(bench).map(\.entry.state) == [.sent])
    }

    @Test("On a real chain a nonce counts as taken only when a block is on top of it", arguments: [UInt64(31_337), 1])
    func replacedElsewhere(chainID: UInt64) async throws {
        let bench = try SendingBench(chainID: chainID)
        _ = try await bench.send(bench.order())
        let foreign = try bench.foreign(nonce: 0)
        bench.chain.change {
            $0.pool = [foreign]
            $0.mine()
        }
        #expect(try await reports(bench).map(\.status) == [chainID == 1 ? .dropped : .replaced(by: nil)])
        bench.chain.mine()
        if chainID == 1 { #expect(try await reports(bench).map(\.status) == [.replaced(by: nil)]) }
        #expect(try bench.journal.pending().isEmpty)
    }
}
