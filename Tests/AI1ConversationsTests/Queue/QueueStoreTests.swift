import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

@Suite("The queue")
struct QueueStoreTests {
    @Test("a request comes back as it was added, with all wishes, readable by the user alone")
    func roundTrip() throws {
        let bench = try QueueBench()
        let wishes = QueueWishes(
            model: "m", providers: ["a"], excluded: ["b/c"], objective: .cheapest, maxCost: NanoUSD(5),
            isLocalOnly: true,
            job: "j", safety: "block", deadlineMilliseconds: 30_000, fallbacks: ["f"], allowsFallback: false,
            maxLatencyMilliseconds: 5, explores: false, routeSeed: .max)
        let later = bench.clock.now.advanced(byMilliseconds: 1_000)
        let entry = try bench.store.add(
            bench.request(), wishes: wishes, notBefore: later, expires: later.advanced(byMilliseconds: 1))
        #expect(try bench.store.find(entry.id) == entry)
        #expect(bench.store.list() == QueueStore.Listing(entries: [entry], damaged: []))
        #expect(entry.state == .pending && entry.wishes == wishes)
        #expect(bench.folder.mode("queue") == 0o700)
        #expect(bench.folder.mode("queue/\(entry.id).json") == 0o600)
    }

    @Test("an entry is due from its time on until it expires, the oldest first")
    func due() throws {
        let bench = try QueueBench()
        let start = bench.clock.now
        func at(_ milliseconds: Int64) -> Timestamp { start.advanced(byMilliseconds: milliseconds) }
        let now = try bench.add()
        let later = try bench.store.add(bench.request(), wishes: QueueWishes(), notBefore: at(100), expires: at(200))
        #expect(bench.store.due(at: at(99)) == [now.id])
        #expect(bench.store.due(at: at(100)) == [now.id, later.id])
        #expect(bench.store.due(at: at(200)) == [now.id])
        bench.clock.advance(milliseconds: 200)
        #expect(try bench.store.claim(later.id) == nil)
        #expect(try bench.store.find(later.id)?.state == .failed)
    }

    @Test("an entry is claimed by one alone, and what is written says so before anything is sent")
    func claim() throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        let claim = try #require(try bench.store.claim(entry.id))
        #expect(claim.entry.state == .sending && claim.entry.attempts == 1)
        #expect(try bench.other.claim(entry.id) == nil)
        #expect(try bench.other.find(entry.id)?.state == .sending)
        #expect(failure { try bench.other.remove(entry.id) }?.code == .wrongState)
        #expect(failure { try bench.other.retry(entry.id) }?.code == .wrongState)
        try bench.store.finish(claim, bench.outcome)
        let done = try #require(try bench.other.find(entry.id))
        #expect(done.state == .done && done.outcome == bench.outcome)
        #expect(try bench.other.claim(entry.id) == nil)
    }

    @Test("a sending that nobody holds any more is of unknown outcome, and is sent again only at the user's word")
    func unknown() throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        do { _ = try #require(try bench.store.claim(entry.id)) }
        #expect(try bench.store.claim(entry.id) == nil)
        #expect(try bench.store.find(entry.id)?.state == .unknown)
        #expect(bench.store.due(at: bench.clock.now).isEmpty)
        try bench.store.retry(entry.id)
        let again = try #require(try bench.store.claim(entry.id))
        #expect(again.entry.idempotencyKey == entry.idempotencyKey)
    }

    @Test("a failure that may be tried again is due at its time, until the limit of tries")
    func failures() throws {
        var limits = QueueLimits()
        limits.attempts = 2
        let bench = try QueueBench(limits: limits)
        let entry = try bench.add()
        let retryAt = bench.clock.now.advanced(byMilliseconds: 60_000)
        try bench.store.fail(
            try #require(try bench.store.claim(entry.id)), error: "no\u{1B}[2J network", retryAt: retryAt)
        #expect(try bench.store.find(entry.id)?.lastError == "no network")
        #expect(bench.store.due(at: bench.clock.now).isEmpty && bench.store.due(at: retryAt) == [entry.id])
        #expect(try bench.store.claim(entry.id) == nil)
        bench.clock.advance(milliseconds: 60_000)
        try bench.store.fail(try #require(try bench.store.claim(entry.id)), error: "still none", retryAt: retryAt)
        #expect(try bench.store.find(entry.id)?.state == .failed)
        try bench.store.retry(entry.id)
        #expect(bench.store.due(at: bench.clock.now) == [entry.id])
    }

    @Test("an entry that was put back is as before, one that was lost is of unknown outcome")
    func release() throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        try bench.store.release(try #require(try bench.store.claim(entry.id)))
        #expect(try bench.store.find(entry.id)?.attempts == 0)
        try bench.store.lose(try #require(try bench.store.claim(entry.id)), error: "the connection broke")
        #expect(try bench.store.find(entry.id)?.state == .unknown)
        #expect(failure { try bench.store.retry(RequestID(high: 1, low: 2)) }?.code == .notFound)
        try bench.store.remove(entry.id)
        #expect(bench.folder.names == ["queue"])
        #expect(failure { try bench.store.remove(entry.id) }?.code == .notFound)
    }

    @Test("waits between tries grow from half a minute to six hours, and the provider's wait is kept")
    func backoff() {
        let start = Timestamp(millisecondsSinceEpoch: 0)
        for attempts in 1...40 {
            let bound: Int64 = min(6 * 3_600_000, 60_000 << Int64(min(attempts - 1, 10)))
            let wait = QueueBackoff.next(after: start, attempts: attempts, random: SeededRandom(seed: UInt64(attempts)))
            #expect(wait.millisecondsSinceEpoch >= bound / 2 && wait.millisecondsSinceEpoch <= bound)
        }
        let asked = QueueBackoff.next(
            after: start, attempts: 1, retryAfterMilliseconds: 86_400_000, random: SeededRandom(seed: 1))
        #expect(asked.millisecondsSinceEpoch == 86_400_000)
    }

    @Test("the queue takes no more than its limits, and forgets what was finished long ago")
    func limits() throws {
        var limits = QueueLimits()
        limits.openEntries = 2
        limits.entryBytes = 3_000
        let bench = try QueueBench(limits: limits)
        #expect(failure { try bench.add(String(repeating: "x", count: 3_000)) }?.code == .tooLarge)
        let first = try bench.add()
        _ = try bench.add()
        #expect(failure { try bench.add() }?.code == .tooLarge)
        try bench.store.finish(try #require(try bench.store.claim(first.id)), bench.outcome)
        _ = try bench.add()
        bench.clock.advance(milliseconds: limits.keptMilliseconds - 1)
        #expect(bench.store.sweep() == 0)
        bench.clock.advance(milliseconds: 1)
        #expect(bench.store.sweep() == 1)
        #expect(bench.store.list().entries.count == 2)
    }

    @Test(
        "a damaged file is named, and holds up nothing else",
        arguments: ["", "{\"v\":1", "{\"v\":1,\"state\":\"pending\"}"])
    func damaged(_ text: String) throws {
        let bench = try QueueBench()
        let whole = try bench.add()
        let torn = try bench.add()
        try bench.folder.write("queue/\(torn.id).json", text)
        try bench.folder.write("queue/notes.txt", "mine")
        let listing = bench.store.list()
        #expect(listing.entries == [whole])
        #expect(listing.damaged.count == 1)
        #expect(listing.damaged.first?.hasSuffix("/\(torn.id).json is damaged") == true)
        #expect(bench.store.due(at: bench.clock.now) == [whole.id])
        #expect(failure { try bench.store.claim(torn.id) }?.code == .damaged)
        try bench.store.remove(torn.id)
        #expect(bench.store.list().damaged.isEmpty)
    }

    @Test("who waits is told when it is done, or that it is not yet")
    func wait() async throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        await #expect(throws: ConversationError.self) {
            _ = try await bench.store.wait(for: entry.id, timeoutMilliseconds: 2_000)
        }
        #expect(bench.clock.sleeps == [500, 500, 500, 500])
        try bench.store.finish(try #require(try bench.store.claim(entry.id)), bench.outcome)
        #expect(try await bench.store.wait(for: entry.id).outcome == bench.outcome)
    }

    @Test("what is put off does not count as a try, and waits for its time, unless the user says otherwise")
    func putOff() throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        let time = bench.clock.now.advanced(byMilliseconds: 50)
        do {
            let claim = try #require(try bench.store.claim(entry.id))
            try bench.store.putOff(claim, error: "no network", until: time)
        }
        let found = try #require(try bench.store.find(entry.id))
        #expect(
            found.state == .pending && found.attempts == 0 && found.notBefore == time && found.lastError == "no network"
        )
        #expect(try bench.store.claim(entry.id) == nil)
        #expect(try bench.store.claim(entry.id, early: true)?.entry.attempts == 1)
    }

    @Test("an answer with something wrong with it has failed, and is kept")
    func failedAnswer() throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        do {
            let claim = try #require(try bench.store.claim(entry.id))
            try bench.store.finish(claim, bench.outcome, error: "no JSON")
        }
        let found = try #require(try bench.store.find(entry.id))
        #expect(found.state == .failed && found.outcome == bench.outcome && found.lastError == "no JSON")
    }

    @Test("an entry of unknown outcome alone can be settled without being sent, and a dropped one leaves nothing")
    func settle() throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        #expect(try bench.store.claimUnknown(entry.id) == nil)
        do {
            let claim = try #require(try bench.store.claim(entry.id))
            #expect(try bench.other.claimUnknown(entry.id) == nil)
            try bench.store.lose(claim, error: "gone")
        }
        do {
            let claim = try #require(try bench.store.claimUnknown(entry.id))
            #expect(try bench.other.claimUnknown(entry.id) == nil)
            try bench.store.drop(claim)
        }
        #expect(bench.store.ids().isEmpty && bench.folder.names == ["queue"])
    }
}
