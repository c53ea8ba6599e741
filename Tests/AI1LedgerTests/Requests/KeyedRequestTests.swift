import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("Requests under a key")
struct KeyedRequestTests {
    private func stored(
        _ bench: RequestBench, _ claim: KeyClaim, sendsAgain: Bool = false, wait: Int64 = 0
    ) async throws -> KeptAnswer? {
        try await bench.ledger.keyDesk(clock: bench.clock).answer(
            claim, sendsAgain: sendsAgain, waitMilliseconds: wait
        ) {}
    }

    /// Asks and answers.
    private func complete(_ bench: RequestBench, _ claim: KeyClaim, _ text: String, number: UInt64 = 1) async throws {
        let request = bench.request(RequestTags(key: claim))
        let hold = try await request.hold(RequestBench.wish(number, credits: 10))
        _ = try await request.post(
            hold.id, Bill(attempts: [RequestBench.charge(10)], answer: RequestBench.answer(text)))
    }

    @Test("a complete answer is the key's, and reads back as it was")
    func answered() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        #expect(try await stored(bench, claim) == nil)
        try await complete(bench, claim, "bonjour \u{1F600}\n")
        #expect(try await stored(bench, claim) == RequestBench.answer("bonjour \u{1F600}\n"))
        #expect(try await stored(bench, RequestBench.claim("b")) == nil)
    }

    @Test("a second hold under a key that has an answer is refused, and leaves nothing")
    func taken() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        try await complete(bench, claim, "x")
        let second = bench.request(RequestTags(key: claim))
        await #expect(throws: LedgerError.self) { try await second.hold(RequestBench.wish(2, credits: 10)) }
        #expect(second.isKeyTaken)
        #expect(bench.files.isEmpty)
        #expect(try bench.openHolds == 0)
    }

    @Test("while one request is under way another cannot begin, and its answer is waited for")
    func underWay() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        let first = bench.request(RequestTags(key: claim))
        let hold = try await first.hold(RequestBench.wish(1, credits: 10))
        let second = bench.request(RequestTags(key: claim))
        await #expect(throws: LedgerError.self) { try await second.hold(RequestBench.wish(2, credits: 10)) }
        #expect(second.isKeyTaken)
        let error = await #expect(throws: LedgerError.self) { try await stored(bench, claim, wait: 5_000) }
        #expect(error?.code == .keyBusy && error?.kind == .tryLater)
        #expect(bench.clock.sleeps.reduce(0, +) == 5_000)
        #expect(bench.files.count == 1)
        _ = try await first.post(
            hold.id, Bill(attempts: [RequestBench.charge(1)], answer: RequestBench.answer("late")))
        #expect(try await stored(bench, claim)?.text == Array("late".utf8))
    }

    @Test("what was released or not completed leaves the key free, as another attempt")
    func failed() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        var ids: Set<HoldID> = []
        for number in 1...3 {
            let request = bench.request(RequestTags(key: claim))
            let hold = try await request.hold(RequestBench.wish(UInt64(number), credits: 10))
            ids.insert(hold.id)
            if number == 1 {
                try await request.void(hold.id)
            } else {
                _ = try await request.post(hold.id, Bill(attempts: [RequestBench.charge(1)]))
            }
            #expect(try await stored(bench, claim) == nil)
        }
        #expect(ids.count == 3)
        #expect(ids.contains(HoldID(claim.holdID(attempt: 2).description)))
    }

    @Test("a request that died after it was sent is unknown, until it is given up")
    func unknown() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        var request: PaidRequest? = bench.request(RequestTags(key: claim))
        let hold = try #require(try await request?.hold(RequestBench.wish(1, credits: 10)))
        request?.progress(hold.id, attempts: [RequestBench.charge(5)])
        // The process goes, and its lock with it.
        request = nil
        for _ in 0..<2 {
            let error = await #expect(throws: LedgerError.self) { try await stored(bench, claim) }
            #expect(error?.code == .unknownOutcome && error?.kind == .protocolFailure)
        }
        #expect(try bench.openHolds == 0)
        #expect(try bench.freeCredits == NanoUSD(5_000_000_000 - 5_000))
        #expect(try await stored(bench, claim, sendsAgain: true) == nil)
        try await complete(bench, claim, "again", number: 2)
        #expect(try await stored(bench, claim, sendsAgain: true)?.text == Array("again".utf8))
    }

    @Test("a request that died before it was sent leaves the key free")
    func diedBefore() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        var request: PaidRequest? = bench.request(RequestTags(key: claim))
        _ = try await request?.hold(RequestBench.wish(1, credits: 10))
        request = nil
        #expect(try await stored(bench, claim) == nil)
        #expect(try bench.freeCredits == NanoUSD(5_000_000_000))
    }

    @Test("a key with another request is a conflict")
    func conflict() async throws {
        let bench = try RequestBench()
        try await complete(bench, RequestBench.claim("a", hash: [1]), "x")
        let error = await #expect(throws: LedgerError.self) {
            try await stored(bench, RequestBench.claim("a", hash: [2]))
        }
        #expect(error?.code == .keyConflict && error?.kind == .badData)
        #expect(try await stored(bench, RequestBench.claim("a", hash: [1]))?.text == Array("x".utf8))
    }

    @Test("when its time is over a key is free, and its answer goes with the next that is kept")
    func expired() async throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        try await complete(bench, claim, "old")
        bench.machine.advance(milliseconds: 86_400_001)
        bench.clock.advance(milliseconds: 86_400_001)
        #expect(try await stored(bench, claim) == nil)
        var later = RequestBench.claim("b")
        later.expires += 100_000_000_000
        try await complete(bench, later, "new", number: 2)
        #expect(bench.scratch.folder.names.filter { $0.contains("kept/") }.count == 1)
        #expect(try await stored(bench, later)?.text == Array("new".utf8))
    }
}
