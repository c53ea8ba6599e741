import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization
import Testing

@testable import AI1Chain

@Suite("Waiting for a receipt")
struct ReceiptWatcherTests {
    /// Says what happens to the chain when a receipt is asked for the n-th time from now on.
    private func at(
        _ question: Int, _ bench: SendingBench, _ change: @escaping @Sendable (inout FakeChain.State) -> Void
    ) {
        bench.chain.change { $0.atReceiptQuestion[$0.receiptQuestions + question] = change }
    }

    @Test("It ends when the block has as many blocks as wanted, its own counted")
    func confirmations() async throws {
        let bench = try SendingBench()
        let hash = try await bench.send(bench.order()).entry.hash
        for question in [2, 3, 5] { at(question, bench) { $0.mine() } }
        let report = try await bench.watcher().wait(for: hash, confirmations: 3, milliseconds: 60_000)
        #expect(report.confirmations == 3 && report.receipt.blockNumber == 1 && report.receipt.succeeded)
        #expect(report.entry?.state == .mined)
        let told = bench.told.filter { if case .mined = $0 { true } else { false } }
        #expect(
            told == [
                .mined(hash, block: 1, confirmations: 1, of: 3), .mined(hash, block: 1, confirmations: 2, of: 3),
            ])
    }

    @Test("A block that is replaced sends it back to waiting, and that is told")
    func reorganised() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.mine()
        at(2, bench) { $0.reorganise(depth: 1) }
        let seen = Mutex<EntryState?>(nil)
        at(3, bench) { _ in
            let state = try? bench.state(hash)
            seen.withLock { $0 = state }
        }
        at(4, bench) { state in
            state.mine()
            state.mine()
        }
        let report = try await bench.watcher().wait(for: hash, confirmations: 2, milliseconds: 60_000)
        #expect(seen.withLock { $0 } == .sent)
        #expect(bench.told.contains(.reorganised(hash, block: 1)))
        #expect(report.entry?.inclusion?.blockHash == report.receipt.blockHash)
    }

    @Test("A block that is replaced by one which has it too is told")
    func moved() async throws {
        let bench = try SendingBench(chainID: 1)
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.mine()
        at(2, bench) { state in
            state.reorganise(depth: 1)
            state.mine()
            state.mine()
        }
        let report = try await bench.watcher().wait(for: hash, confirmations: 2, milliseconds: 60_000)
        #expect(bench.told.contains(.reorganised(hash, block: 1)))
        #expect(try bench.journal.entry(hash)?.inclusion?.blockHash == report.receipt.blockHash)
    }

    @Test("A reverted transaction is an error with the contract's reason and the hash")
    func reverted() async throws {
        let bench = try SendingBench()
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.change {
            $0.reverted = [hash]
            $0.mine()
        }
        let error = try await expectChainError(.reverted) {
            try await bench.watcher().wait(for: hash, milliseconds: 1_000)
        }
        #expect(error.kind == .reverted && error.transaction == hash)
        #expect(error.message.contains("too late"))
        #expect(try bench.journal.entry(hash)?.inclusion?.succeeded == false)
    }

    @Test("When the node does not know it any more, that is told, and waiting ends with its time")
    func dropped() async throws {
        let bench = try SendingBench()
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.change { $0.pool = [] }
        let error = try await expectChainError(.tryLater) {
            try await bench.watcher().wait(for: hash, milliseconds: 2_000)
        }
        #expect(error.transaction == hash)
        #expect(bench.told.filter { $0 == .dropped(hash) }.count == 1)
    }

    @Test("When another transaction takes the nonce, waiting ends", arguments: [true, false])
    func replaced(isOurs: Bool) async throws {
        let bench = try SendingBench()
        let entry = try await bench.send(bench.order()).entry
        var winner: Hash32?
        if isOurs {
            let new = try Replacement.speedUp(SignedTransaction(decoding: entry.raw).transaction, current: nil)
            winner = try await bench.sender().replace(
                entry.hash, with: new, summary: "", maxFees: "", sign: bench.sign
            ).entry.hash
        } else {
            let foreign = try bench.foreign(nonce: 0)
            bench.chain.change { $0.pool = [foreign] }
        }
        at(2, bench) { $0.mine() }
        let error = try await expectChainError(.replaced) {
            try await bench.watcher().wait(for: entry.hash, milliseconds: 60_000)
        }
        #expect(error.transaction == entry.hash)
        #expect(winner.map { error.message.contains($0.hex) } ?? true)
        #expect(try bench.state(entry.hash) == .replaced)
    }

    @Test("Endpoints that are silent for a while are asked again")
    func silent() async throws {
        let bench = try SendingBench()
        let hash = try await bench.send(bench.order()).entry.hash
        bench.chain.mine()
        bench.chain.change { $0.isSilent = true }
        let error = try await expectChainError(.tryLater) {
            try await bench.watcher().wait(for: hash, milliseconds: 3_000)
        }
        #expect(error.transaction == hash)
        #expect(bench.told.contains { if case .waitsForEndpoint = $0 { true } else { false } })
        bench.chain.change { $0.isSilent = false }
        #expect(try await bench.watcher().wait(for: hash, milliseconds: 3_000).confirmations == 1)
    }

    @Test("A transaction of somebody else can be waited for too")
    func foreign() async throws {
        let bench = try SendingBench()
        let other = try bench.foreign(nonce: 0)
        bench.chain.change { $0.pool = [other] }
        at(3, bench) { $0.mine() }
        let report = try await bench.watcher().wait(for: other.hash, confirmations: 0, milliseconds: 60_000)
        #expect(report.entry == nil && report.confirmations == 1)
        try await expectChainError(.usage) {
            try await bench.watcher().wait(for: other.hash, confirmations: .max, milliseconds: 1)
        }
    }
}
