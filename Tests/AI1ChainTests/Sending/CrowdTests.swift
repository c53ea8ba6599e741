import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Many senders at once")
struct CrowdTests {
    private static let crowd = 16

    @Test("16 with different intents get 16 nonces one after the other")
    func different() async throws {
        let bench = try SendingBench(clock: RealClock())
        let nonces = try await withThrowingTaskGroup(of: UInt64.self) { group in
            for value in 1...UInt64(Self.crowd) {
                let journal = try TransactionJournal.open(
                    bench.folder.path(TransactionJournal.name), clock: bench.clock)
                group.addTask {
                    try await bench.sender(journal: journal).send(bench.order(value: value), sign: bench.sign).entry
                        .nonce
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(nonces.sorted() == Array(0..<UInt64(Self.crowd)))
        bench.chain.mine()
        #expect(bench.chain.minedHashes.count == Self.crowd)
    }

    @Test("16 with the same intent send one transaction; the others are told so", arguments: [false, true])
    func same(isMinedAtOnce: Bool) async throws {
        let bench = try SendingBench(clock: RealClock())
        bench.chain.change { $0.isAutomatic = isMinedAtOnce }
        let outcomes = try await crowd(bench, key: nil)
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.count { $0 == .unsettled } == Self.crowd - 1)
        #expect(bench.signed.count == 1 && bench.chain.received.count == 1)
    }

    @Test("16 with the same key all get the one transaction")
    func sameKey() async throws {
        let bench = try SendingBench(clock: RealClock())
        let outcomes = try await crowd(bench, key: "k")
        #expect(outcomes.allSatisfy { $0 == nil })
        #expect(bench.signed.count == 1 && bench.chain.received.count == 1)
    }

    private func crowd(_ bench: SendingBench, key: String?) async throws -> [ChainError.Code?] {
        // All begin before one is done.
        let senders = try (0..<Self.crowd).map { _ in
            bench.sender(
                journal: try TransactionJournal.open(bench.folder.path(TransactionJournal.name), clock: bench.clock))
        }
        return try await withThrowingTaskGroup(of: ChainError.Code?.self) { group in
            for sender in senders {
                group.addTask {
                    do {
                        _ = try await sender.send(bench.order(key: key), sign: bench.sign)
                        return nil
                    } catch let error as ChainError { return error.code }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("Whatever fails and ends: one transaction an intent, one live an account's nonce", arguments: 0..<40)
    func anything(seed: Int) async throws {
        let random = SeededRandom(seed: UInt64(seed) &* 7_919)
        let bench = try SendingBench(chainID: seed.isMultiple(of: 2) ? 31_337 : 1)
        var hashes: [String: Set<Hash32>] = [:]
        for _ in 0..<30 {
            switch random.next() % 8 {
            case 0: bench.chain.mine()
            case 1:
                for report in try await JournalReconciler(client: bench.client, journal: bench.journal).refresh() {
                    if random.next() % 2 == 0, report.entry.state == .journalled {
                        try bench.journal.release(report.entry.hash)
                    }
                    if random.next() % 2 == 0 { _ = try? await bench.sender().rebroadcast(report.entry.hash) }
                }
            default:
                let faults = (0..<random.next() % 4).map { _ in
                    FakeChain.Fault.allCases[Int(random.next() % UInt64(FakeChain.Fault.allCases.count))]
                }
                bench.chain.change { $0.faults = faults }
                let point = SendingProbe.Point.allCases[Int(random.next() % 5)]
                let isKilled = random.next() % 3 == 0
                let probe = SendingProbe { reached, _ in if isKilled, reached == point { throw Killed() } }
                let key = "key \(random.next() % 6)"
                let fee = 1_000 + random.next() % 9_000
                let order = try bench.order(value: 1 + UInt64(key.utf8.last ?? 0), key: key, fee: fee)
                _ = try? await bench.sender(probe: probe).send(order) { transaction in
                    let signed = try bench.sign(transaction)
                    hashes[key, default: []].insert(signed.hash)
                    return signed
                }
            }
            try check(bench)
        }
        // Every key's transactions on the chain, once all is in blocks: at most one.
        bench.chain.change { $0.faults = [] }
        for entry in try bench.journal.pending() { _ = try? await bench.sender().rebroadcast(entry.hash) }
        for _ in 0..<20 { bench.chain.mine() }
        let mined = Set(bench.chain.minedHashes)
        #expect(!mined.isEmpty)
        for (key, signed) in hashes { #expect(signed.intersection(mined).count <= 1, "\(key)") }
    }

    /// Of every nonce at most one transaction may still come into a block or is in one, here and in the pool.
    private func check(_ bench: SendingBench) throws {
        let live = try bench.journal.history(limit: 1_000).filter(\.state.isLive)
        #expect(Set(live.map(\.nonce)).count == live.count)
        #expect(Set(live.compactMap(\.idempotencyKey)).count == live.count)
        #expect(Set(bench.chain.poolHashes + bench.chain.minedHashes).isSubset(of: live.map(\.hash)))
    }
}
