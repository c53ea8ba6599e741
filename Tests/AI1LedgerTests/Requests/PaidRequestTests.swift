import AI1Core
import AI1Ledger
import AI1TestSupport
import Synchronization
import Testing

@Suite("The money of one request")
struct PaidRequestTests {
    @Test("a hold has its file, a post closes both and tells what is left")
    func life() async throws {
        let bench = try RequestBench()
        let request = bench.request(reward: 1_000)
        let hold = try await request.hold(RequestBench.wish(1, credits: 100))
        #expect(hold.amount == NanoUSD(1_000_000_000))
        #expect(bench.files.count == 1 && bench.files[0].hasSuffix(hold.id.text))
        request.progress(hold.id, attempts: [RequestBench.charge(5)])
        let settlement = try await request.post(hold.id, Bill(attempts: [RequestBench.charge(1_000)], task: .code))
        #expect(settlement.charge == NanoUSD(1_000_000) && settlement.reward == NanoUSD(100_000))
        #expect(settlement.balance == NanoUSD(5_000_000_000 - 1_000_000 + 100_000) && !settlement.isPlay)
        #expect(bench.files.isEmpty)
        #expect(try bench.openHolds == 0)
    }

    @Test("a void releases the hold and removes the file")
    func void() async throws {
        let bench = try RequestBench()
        let request = bench.request()
        let hold = try await request.hold(RequestBench.wish(1, credits: 100))
        try await request.void(hold.id)
        #expect(try bench.openHolds == 0)
        #expect(bench.files.isEmpty)
        #expect(try bench.freeCredits == NanoUSD(5_000_000_000))
    }

    @Test("a charge never exceeds what is held")
    func clamped() async throws {
        let bench = try RequestBench()
        let request = bench.request()
        let hold = try await request.hold(RequestBench.wish(1, credits: 1))
        let settlement = try await request.post(hold.id, Bill(attempts: [RequestBench.charge(1_000_000)]))
        #expect(settlement.charge == NanoUSD(NanoUSD.perCredit))
        #expect(settlement.disputed == NanoUSD(99 * NanoUSD.perCredit))
    }

    @Test("a refused hold leaves no file, and says what is missing")
    func refused() async throws {
        let bench = try RequestBench()
        let error = await #expect(throws: LedgerError.self) {
            try await bench.request().hold(RequestBench.wish(1, credits: 501, wait: 10_000))
        }
        #expect(error?.kind == .creditsRefused && error?.code == .notEnough(isHeld: false))
        // Nobody holds what is missing: nothing is waited for.
        #expect(bench.clock.sleeps.isEmpty)
        #expect(bench.files.isEmpty)
    }

    @Test("credits that another request holds are waited for until the wish's wait is over")
    func waits() async throws {
        let bench = try RequestBench()
        let first = bench.request()
        let hold = try await first.hold(RequestBench.wish(1, credits: 400))
        let told = Mutex(0)
        let second = bench.ledger.paidRequest(RequestTags(), clock: bench.clock, rewardBasisPoints: 0) {
            told.withLock { $0 += 1 }
        }
        let error = await #expect(throws: LedgerError.self) {
            try await second.hold(RequestBench.wish(2, credits: 200, wait: 10_000))
        }
        #expect(error?.code == .notEnough(isHeld: true))
        #expect(told.withLock { $0 } == 1)
        #expect(bench.clock.sleeps.reduce(0, +) == 10_000)
        #expect(bench.clock.sleeps.prefix(6) == [50, 100, 200, 400, 800, 1_000])
        #expect(bench.files.count == 1)
        try await first.void(hold.id)
        #expect(try await bench.request().hold(RequestBench.wish(3, credits: 200)).amount == NanoUSD(2_000_000_000))
    }

    @Test("what a dead request holds is set free before anybody waits")
    func sweepsFirst() async throws {
        let bench = try RequestBench()
        // Its file is not locked: the process that made it is gone.
        let dead = RequestBench.wish(1, credits: 400)
        let file = try bench.inflight.begin(LedgerID(dead.request))
        _ = try bench.ledger.hold(
            HoldOrder(
                id: LedgerID(dead.request), purse: .credits, amount: dead.amount, request: dead.request,
                target: dead.target))
        file.release()
        let granted = try await bench.request().hold(RequestBench.wish(2, credits: 200, wait: 10_000))
        #expect(granted.amount == NanoUSD(2_000_000_000))
        #expect(bench.clock.sleeps.isEmpty)
    }

    @Test("a wish with a least is granted what there is")
    func fitted() async throws {
        let bench = try RequestBench()
        let hold = try await bench.request().hold(RequestBench.wish(1, credits: 900, least: 400))
        #expect(hold.amount == NanoUSD(500 * NanoUSD.perCredit))
    }

    @Test("a raise keeps the hold's name, and a refused one leaves the hold as it was")
    func raise() async throws {
        let bench = try RequestBench()
        let request = bench.request()
        let hold = try await request.hold(RequestBench.wish(1, credits: 100))
        #expect(try await request.raise(hold.id, RequestBench.wish(1, credits: 300)) == NanoUSD(3_000_000_000))
        await #expect(throws: LedgerError.self) { try await request.raise(hold.id, RequestBench.wish(1, credits: 600)) }
        #expect(try bench.ledger.state().holds.values.map(\.amount) == [NanoUSD(3_000_000_000)])
    }

    @Test("the sandbox costs play credits, and a request that only keeps books costs none")
    func purses() async throws {
        let bench = try RequestBench()
        for (target, tracked, isPlay) in [(RequestBench.sandbox, false, true), (RequestBench.lab, true, false)] {
            let request = bench.request(RequestTags(isTracked: tracked), reward: 1_000)
            let hold = try await request.hold(RequestBench.wish(isPlay ? 1 : 2, credits: 900, target: target))
            let settled = try await request.post(
                hold.id, Bill(attempts: [RequestBench.charge(1_000, target: target)]))
            #expect(settled.charge == NanoUSD(1_000_000) && settled.reward == .zero)
            #expect(settled.isPlay == isPlay && (settled.balance == nil) == tracked)
        }
        #expect(try bench.freeCredits == NanoUSD(5_000_000_000))
    }

    @Test("a request that goes from the sandbox to a real provider pays each from its own purse")
    func twoPurses() async throws {
        let bench = try RequestBench()
        let request = bench.request()
        let hold = try await request.hold(RequestBench.wish(1, credits: 10, target: RequestBench.sandbox))
        _ = try await request.raise(hold.id, RequestBench.wish(1, credits: 20))
        #expect(try bench.openHolds == 2)
        #expect(bench.files.count == 2)
        let attempts = [RequestBench.charge(7, target: RequestBench.sandbox), RequestBench.charge(1_000)]
        request.progress(hold.id, attempts: attempts)
        let settled = try await request.post(hold.id, Bill(attempts: attempts))
        #expect(settled.charge == NanoUSD(1_000_000) && !settled.isPlay)
        #expect(try bench.freeCredits == NanoUSD(5_000_000_000 - 1_000_000))
        #expect(try bench.ledger.state().free(.play) == NanoUSD(5_000_000_000 - 7_000))
        #expect(try bench.openHolds == 0)
        #expect(bench.files.isEmpty)
    }
}
