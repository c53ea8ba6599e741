import AI1Core
import AI1Storage
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Faults while a transaction is sent")
struct FaultTests {
    @Test(
        "After a lost answer the same octets are sent again",
        arguments: [
            FakeChain.Fault.timeOutAfter, .timeOutBefore, .dropAfter, .dropBefore, .rateLimited, .unreachable,
            .serverErrorAfter,
        ])
    func lostAnswer(fault: FakeChain.Fault) async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [fault, fault] }
        let entry = try await bench.send(bench.order()).entry
        #expect(entry.state == .sent)
        #expect(Set(bench.chain.received) == [entry.hash] && bench.signed == [entry.hash])
        #expect(bench.chain.poolHashes == [entry.hash])
        #expect(
            bench.told.contains {
                if case .sendsAgain(entry.hash, _, _) = $0 { true } else { false }
            })
    }

    @Test("It was mined meanwhile: the nonce is too low, and all is well")
    func minedMeanwhile() async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [.timeOutMined] }
        let entry = try await bench.send(bench.order()).entry
        #expect(entry.state == .mined && entry.inclusion?.blockNumber == 1)
        #expect(bench.signed.count == 1)
    }

    @Test("When nobody knows what became of it, the same command and every other are told to wait")
    func unknown() async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = Array(repeating: .timeOutBefore, count: 20) }
        let error = try await expectChainError(.tryLater) { try await bench.send(bench.order()) }
        let hash = try #require(error.transaction)
        #expect(bench.signed == [hash])
        #expect(error.hint?.contains("ai1 wallet tx rebroadcast \(hash.hex)") == true)
        #expect(try bench.state(hash) == .sending)
        try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        try await expectChainError(.unsettled) { try await bench.send(bench.order(value: 2)) }
        bench.chain.change { $0.faults = [] }
        let report = try await bench.sender().rebroadcast(hash)
        #expect(report.entry.state == .sent && report.isEarlier)
        #expect(try await bench.send(bench.order(value: 2)).entry.nonce == 1)
        #expect(Set(bench.chain.received).count == 2)
    }

    @Test("What surely reached no node may be given up")
    func nowhere() async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = Array(repeating: .unreachable, count: 20) }
        let error = try await expectChainError(.tryLater) { try await bench.send(bench.order()) }
        let hash = try #require(error.transaction)
        #expect(try bench.state(hash) == .journalled)
        try await expectChainError(.unsettled) { try await bench.send(bench.order(value: 2)) }
        try bench.journal.release(hash)
        bench.chain.change { $0.faults = [] }
        #expect(try await bench.send(bench.order(value: 2)).entry.nonce == 0)
        try await expectChainError(.usage) { try await bench.sender().rebroadcast(hash) }
    }

    @Test(
        "A certain refusal gives the nonce free again",
        arguments: [
            (FakeChain.Fault.insufficientFunds, ChainError.Code.insufficientFunds), (.underpriced, .refusedByNode),
        ])
    func refused(fault: FakeChain.Fault, code: ChainError.Code) async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [fault] }
        let error = try await expectChainError(code) { try await bench.send(bench.order()) }
        let hash = try #require(error.transaction)
        #expect(try bench.state(hash) == .released)
        #expect(error.hint != nil)
        // The very same transaction comes out again, since signatures are deterministic.
        #expect(try await bench.send(bench.order()).entry.hash == hash)
        #expect(try bench.journal.history().count == 1)
    }

    @Test("A refusal that may not last keeps the transaction", arguments: [FakeChain.Fault.poolFull, .unknownWords])
    func kept(fault: FakeChain.Fault) async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [fault] }
        let code: ChainError.Code = fault == .poolFull ? .tryLater : .refusedByNode
        let error = try await expectChainError(code) { try await bench.send(bench.order()) }
        let hash = try #require(error.transaction)
        #expect(try bench.state(hash) == .journalled)
        #expect(try await bench.sender().rebroadcast(hash).entry.state == .sent)
    }

    @Test("A refusal after a lost answer proves nothing: the transaction stays")
    func refusedAfterDoubt() async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [.timeOutBefore, .insufficientFunds] }
        let error = try await expectChainError(.insufficientFunds) { try await bench.send(bench.order()) }
        let hash = try #require(error.transaction)
        #expect(try bench.state(hash) == .sending)
        #expect(error.message.contains("an earlier attempt may have reached a node"))
        bench.chain.change { $0.faults = [.timeOutAfter, .insufficientFunds] }
        #expect(try await bench.sender().rebroadcast(hash).entry.state == .sent)
    }

    @Test("Another transaction took the nonce: this one is over", arguments: [UInt64(31_337), 1])
    func nonceTaken(chainID: UInt64) async throws {
        let bench = try SendingBench(chainID: chainID)
        let foreign = try bench.foreign(nonce: 0)
        let probe = SendingProbe { point, _ in
            guard point == .journalled else { return }
            bench.chain.change {
                $0.pool.append(foreign)
                $0.mine()
                $0.mine()
            }
        }
        let error = try await expectChainError(.replaced) {
            try await bench.sender(probe: probe).send(bench.order(), sign: bench.sign)
        }
        #expect(try bench.state(#require(error.transaction)) == .replaced)
        #expect(try await bench.send(bench.order()).entry.nonce == 1)
    }

    @Test("A node that names another hash: the truth is told, and the journal keeps what was sent")
    func otherHash() async throws {
        let bench = try SendingBench()
        bench.chain.change { $0.faults = [.otherHash] }
        let error = try await expectChainError(.untrusted) { try await bench.send(bench.order()) }
        #expect(error.transaction == bench.signed.first)
        #expect(try bench.state(#require(error.transaction)) == .sent)
        try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
    }

    @Test(
        "The end at any point: the same command again sends no other transaction",
        arguments: SendingProbe.Point.allCases)
    func killed(at point: SendingProbe.Point) async throws {
        let bench = try SendingBench()
        let probe = SendingProbe { reached, _ in if reached == point { throw Killed() } }
        await #expect(throws: Killed.self) {
            try await bench.sender(probe: probe).send(bench.order(), sign: bench.sign)
        }
        let journal = try TransactionJournal.open(bench.folder.path(TransactionJournal.name), clock: bench.clock)
        let sender = bench.sender(journal: journal)
        if point == .signed {
            _ = try await sender.send(bench.order(), sign: bench.sign)
        } else {
            let error = try await expectChainError(.unsettled) {
                try await sender.send(bench.order(), sign: bench.sign)
            }
            #expect(error.hint?.contains(bench.signed[0].hex) == true)
            #expect(try await sender.rebroadcast(bench.signed[0]).entry.state == .sent)
        }
        #expect(Set(bench.signed).count == 1 && Set(bench.chain.received).count == 1)
        bench.chain.mine()
        #expect(bench.chain.minedHashes.count == 1)
    }

    @Test(
        "The end at any point, with a key: the same command finishes the very same octets",
        arguments: SendingProbe.Point.allCases)
    func killedWithKey(at point: SendingProbe.Point) async throws {
        let bench = try SendingBench()
        let probe = SendingProbe { reached, _ in if reached == point { throw Killed() } }
        await #expect(throws: Killed.self) {
            try await bench.sender(probe: probe).send(bench.order(key: "k"), sign: bench.sign)
        }
        let report = try await bench.send(bench.order(key: "k"))
        #expect(report.entry.state == .sent && report.isEarlier == (point != .signed))
        #expect(Set(bench.signed) == [report.entry.hash] && Set(bench.chain.received) == [report.entry.hash])
    }

    @Test("A journal that fails after the node took it changes nothing about that")
    func journalBehind() async throws {
        let bench = try SendingBench()
        let probe = SendingProbe { point, _ in
            guard point == .answered else { return }
            try bench.journal.write {
                try $0.execute("CREATE TRIGGER broken BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'no'); END")
            }
        }
        let report = try await bench.sender(probe: probe).send(bench.order(), sign: bench.sign)
        #expect(bench.chain.poolHashes == [report.entry.hash])
        #expect(
            bench.told.contains {
                if case .journalBehind(report.entry.hash, _) = $0 { true } else { false }
            })
    }
}
