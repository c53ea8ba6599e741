import AI1Core
import AI1Storage
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Sending one intent once")
struct SenderTests {
    @Test("A transaction is in the journal before an octet of it is sent, and marked before it goes")
    func order() async throws {
        let bench = try SendingBench()
        let probe = SendingProbe { point, hash in
            let state = try bench.state(hash)
            switch point {
            case .signed: #expect(state == nil && bench.chain.received.isEmpty)
            case .journalled: #expect(state == .journalled && bench.chain.received.isEmpty)
            case .sending: #expect(state == .sending && bench.chain.received.isEmpty)
            case .answered: #expect(state == .sending && bench.chain.received == [hash])
            case .noted: #expect(state == .sent)
            }
        }
        let report = try await bench.sender(probe: probe).send(bench.order(), sign: bench.sign)
        #expect(report.entry.state == .sent && !report.isEarlier)
        #expect(bench.chain.poolHashes == [report.entry.hash])
        #expect(bench.told == [.journalled(report.entry.hash)])
    }

    @Test("Each transaction gets the next nonce, whether or not the last is mined")
    func nonces() async throws {
        let bench = try SendingBench()
        for value: UInt64 in 1...3 {
            #expect(try await bench.send(bench.order(value: value)).entry.nonce == value - 1)
        }
        bench.chain.mine()
        #expect(try await bench.sender().preview(bench.order(value: 4)) == .free(nonce: 3))
        #expect(try await bench.send(bench.order(value: 4)).entry.nonce == 3)
        // Something was sent by another program.
        let foreign = try bench.foreign(nonce: 4)
        bench.chain.change { $0.pool.append(foreign) }
        #expect(try await bench.send(bench.order(value: 5)).entry.nonce == 5)
    }

    @Test("The same intent is refused until its end was told, however often, and is a new one then")
    func sameIntent() async throws {
        let bench = try SendingBench()
        let first = try await bench.send(bench.order()).entry
        let error = try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
        #expect(error.hint?.contains("ai1 wallet tx rebroadcast \(first.hash.hex)") == true)
        #expect(bench.signed.count == 1)
        bench.chain.mine()
        // Whoever sent it may never have heard of it: a script that tries again and again pays once.
        for _ in 0..<3 {
            let found = try await expectChainError(.unsettled) { try await bench.send(bench.order()) }
            #expect(found.message.contains("\(first.hash.hex) is in block 1"))
            #expect(found.hint?.contains("ai1 wallet tx receipt \(first.hash.hex)") == true)
        }
        #expect(try bench.state(first.hash) == .mined)
        #expect(bench.signed.count == 1)
        _ = try await bench.watcher().wait(for: first.hash, milliseconds: 5_000)
        #expect(try await bench.send(bench.order()).entry.nonce == 1)
    }

    @Test("A key gives its transaction back, and is no other's")
    func keys() async throws {
        let bench = try SendingBench()
        let first = try await bench.send(bench.order(key: "rent"))
        let again = try await bench.send(bench.order(key: "rent"))
        #expect(again.entry == first.entry && again.isEarlier)
        #expect(try await bench.sender().preview(bench.order(key: "rent")) == .known(first.entry))
        try await expectChainError(.conflict) { try await bench.send(bench.order(value: 2, key: "rent")) }
        #expect(try await bench.send(bench.order(key: "rent of May")).entry.nonce == 1)
        bench.chain.mine()
        let later = try await bench.send(bench.order(key: "rent"))
        #expect(later.entry.hash == first.entry.hash && later.entry.state == .mined && later.isEarlier)
        #expect(bench.signed.count == 2)
    }

    @Test("A wrong signature, another chain and a used nonce end before anything is written")
    func refusedOrders() async throws {
        let bench = try SendingBench()
        let stranger = try PrivateKey.random()
        try await expectChainError(.usage) {
            try await bench.sender().send(bench.order()) { try $0.signed(by: stranger) }
        }
        try await expectChainError(.usage) {
            try await bench.sender().send(bench.order()) { try $0.with(nonce: 5).signed(by: bench.key) }
        }
        let other = try SendingBench(chainID: 1)
        try await expectChainError(.wrongChain) { try await bench.send(other.order()) }
        #expect(try bench.journal.history().isEmpty)
        _ = try await bench.send(bench.order(nonce: .exactly(0)))
        try await expectChainError(.conflict) { try await bench.send(bench.order(value: 2, nonce: .exactly(0))) }
        bench.chain.mine()
        try await expectChainError(.usage) { try await bench.send(bench.order(value: 2, nonce: .exactly(0))) }
        #expect(try await bench.send(bench.order(value: 2, nonce: .exactly(7))).entry.nonce == 7)
        #expect(bench.chain.received.count == 2)
    }

    @Test("What signing throws ends the order, and nothing is written")
    func signingFails() async throws {
        let bench = try SendingBench()
        await #expect(throws: Killed.self) { try await bench.sender().send(bench.order()) { _ in throw Killed() } }
        #expect(try bench.journal.history().isEmpty)
        #expect(try await bench.send(bench.order()).entry.nonce == 0)
    }

    @Test("Without a journal that can be written nothing is sent")
    func newerJournal() async throws {
        let bench = try SendingBench()
        try bench.journal.write { try $0.execute("PRAGMA user_version=99") }
        let journal = try TransactionJournal.open(bench.folder.path(TransactionJournal.name), clock: bench.clock)
        await #expect(throws: StorageError.self) {
            try await bench.sender(journal: journal).send(bench.order(), sign: bench.sign)
        }
        #expect(bench.chain.received.isEmpty)
    }

    @Test("A full disk lets nothing be sent, and says so")
    func fullDisk() async throws {
        let bench = try SendingBench()
        try bench.journal.read { connection in
            let pages = try connection.integer("PRAGMA page_count") ?? 0
            try connection.execute("PRAGMA max_page_count=\(pages)")
        }
        let large = SendingOrder(
            transaction: try Transaction(
                kind: .legacy, chainID: 31_337, nonce: 0, gasLimit: 9_000_000, fees: .gasPrice(1_000),
                to: SendingBench.friend,
                value: 0, data: [UInt8](repeating: 1, count: 60_000)), sender: bench.address, summary: "", maxFees: "")
        let error = try await #require(throws: StorageError.self) { try await bench.send(large) }
        #expect(error.code == .diskFull)
        #expect(error.message.hasPrefix("the journal of transactions: "))
        #expect(bench.chain.received.isEmpty)
        #expect(try bench.journal.history().isEmpty)
    }

    @Test("A chain for tests that begins anew begins with nonce 0")
    func newChain() async throws {
        let bench = try SendingBench()
        let first = try await bench.send(bench.order(key: "k")).entry
        bench.chain.mine()
        _ = try await bench.send(bench.order(value: 2))
        _ = try await bench.send(bench.order(value: 3))
        bench.chain.change { $0 = FakeChain.State() }
        let again = try await bench.send(bench.order(key: "k"))
        #expect(again.entry.nonce == 0 && !again.isEarlier)
        #expect(again.entry.hash == first.hash && again.entry.state == .sent)
        #expect(try await bench.send(bench.order(value: 3)).entry.nonce == 1)
    }

    @Test("On a real chain a node that lags behind, or a chain that turned, loses nothing")
    func turnedChain() async throws {
        let bench = try SendingBench(chainID: 1)
        let first = try await bench.send(bench.order()).entry
        bench.chain.mine()
        #expect(try await bench.send(bench.order(value: 2)).entry.nonce == 1)
        #expect(try bench.state(first.hash) == .mined)
        bench.chain.change { $0.reorganise(depth: 1, losing: true) }
        // The first waits again: its nonce is not given to another.
        #expect(try await bench.send(bench.order(value: 3)).entry.nonce == 2)
        #expect(try bench.state(first.hash) == .sent)
        _ = try await bench.send(bench.order(value: 4))
        #expect(bench.told.contains(.dropped(first.hash)))
    }
}
