import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization
import Testing

@testable import AI1Chain

@Suite("Blocks that the chain gave up")
struct TurnedTests {
    private func reports(_ bench: SendingBench) async throws -> [PendingReport] {
        try await JournalReconciler(client: bench.client, journal: bench.journal) { notice in
            bench.notices.withLock { $0.append(notice) }
        }.refresh()
    }

    /// A transaction in block 1, as the journal knows, with blocks on it.
    private func mined(_ bench: SendingBench, on blocks: Int = 2) async throws -> Hash32 {
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.mine(1 + blocks)
        #expect(try await reports(bench).map(\.entry.state) == [.mined])
        return hash
    }

    @Test("What was in a block that is gone waits again, and that is told")
    func waits() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await mined(bench)
        #expect(try await reports(bench).isEmpty)
        bench.chain.change { state in
            state.reorganise(depth: 3)
            let pool = state.pool
            state.pool = []
            for _ in 0..<4 { state.mine() }
            state.pool = pool
        }
        let found = try await reports(bench)
        #expect(found.map(\.entry.hash) == [hash] && found.map(\.status) == [.pending])
        #expect(bench.told.contains(.reorganised(hash, block: 1)))
        bench.chain.mine()
        #expect(try await reports(bench).map(\.entry.inclusion?.blockNumber) == [5])
    }

    @Test("What got lost with its block is told as dropped, and can be sent again")
    func lost() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await mined(bench)
        bench.chain.change { state in
            state.reorganise(depth: 3, losing: true)
            for _ in 0..<4 { state.mine() }
        }
        let found = try await reports(bench)
        #expect(found.map(\.status) == [.dropped] && found[0].hint == "ai1 wallet tx rebroadcast \(hash.hex)")
        #expect(try await bench.sender().rebroadcast(hash).entry.state == .sent)
    }

    @Test("What another block took up stays mined, and is told nothing of")
    func moved() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await mined(bench)
        bench.chain.change { state in
            state.reorganise(depth: 3)
            for _ in 0..<4 { state.mine() }
        }
        #expect(try await reports(bench).isEmpty)
        let block = bench.chain.change { $0.blocks[0].hash }
        #expect(try bench.journal.entry(hash)?.inclusion?.blockHash == block)
    }

    @Test("A node that lags behind takes nothing back")
    func behind() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await mined(bench)
        bench.chain.change { $0.blocks = [] }
        #expect(try await reports(bench).isEmpty)
        #expect(try bench.state(hash) == .mined)
    }

    @Test("The rival that a lost block had settled waits again too")
    func rivals() async throws {
        let bench = try SendingBench(chainID: 1)
        let entry = try await bench.send(bench.order()).entry
        let new = try Replacement.speedUp(SignedTransaction(decoding: entry.raw).transaction, current: nil)
        let winner = try await bench.sender().replace(
            entry.hash, with: new, summary: "", maxFees: "", sign: bench.sign
        ).entry
        bench.chain.mine()
        _ = try await reports(bench)
        #expect(try bench.state(entry.hash) == .replaced && bench.state(winner.hash) == .mined)
        let old = try SignedTransaction(decoding: entry.raw)
        bench.chain.change { state in
            state.reorganise(depth: 1, losing: true)
            state.mine()
            state.pool = [old]
        }
        let found = try await reports(bench)
        #expect(Set(found.map(\.entry.hash)) == [entry.hash, winner.hash])
        #expect(found.first { $0.entry.hash == entry.hash }?.status == .pending)
    }

    @Test("A block is asked about by one of its transactions, and old ones are not")
    func few() async throws {
        let clock = TestClock(sleeping: .advances)
        let bench = try SendingBench(chainID: 1, clock: clock)
        for value: UInt64 in 1...3 { _ = try await bench.send(bench.order(value: value)) }
        bench.chain.mine(2)
        _ = try await reports(bench)
        let before = bench.chain.change { $0.receiptQuestions }
        #expect(try await reports(bench).isEmpty)
        #expect(bench.chain.change { $0.receiptQuestions } == before + 1)
        try await clock.sleep(milliseconds: JournalReconciler.watchedMilliseconds + 1)
        #expect(try await reports(bench).isEmpty)
        #expect(bench.chain.change { $0.receiptQuestions } == before + 1)
    }
}
