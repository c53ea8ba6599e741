import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Ledger

@Suite("Clock and zone of the ledger")
struct ClockAndZoneTests {
    private static let hour: Int64 = 3_600_000
    private static let target = TargetName(provider: "lab", model: "m")

    private static func order(_ number: UInt64, _ amount: Int64) -> HoldOrder {
        HoldOrder(
            id: LedgerID(high: number, low: 1), purse: .credits, amount: NanoUSD(amount),
            request: RequestID(high: number, low: 1), target: target)
    }

    private static func post(_ number: UInt64, picoUSD: Int64) -> PostOrder {
        PostOrder(
            hold: LedgerID(high: number, low: 1),
            attempts: [
                AttemptCharge(
                    target: target, usage: TokenUsage(uncachedInput: 1), costPicoUSD: picoUSD, prices: .unknown)
            ])
    }

    @Test("a charge while the wall clock is years ahead is booked, and leaves no window of the future behind")
    func clockAhead() throws {
        let scratch = try ScratchLedger()
        let clock = TestMachineClock(boot: "one")
        let ledger = try scratch.open(clock: clock)
        try ledger.apply(.setBudget(.account, per: .day, cap: NanoUSD(10_000)))
        _ = try ledger.hold(Self.order(1, 1_000))
        let years = 4 * 365 * 24 * Self.hour
        clock.set(byMilliseconds: years)
        #expect(try ledger.post(Self.post(1, picoUSD: 900_000)).charge == NanoUSD(900))
        let error = #expect(throws: LedgerError.self) { try ledger.hold(Self.order(2, 1_000)) }
        #expect(error?.code == .clock && error?.kind == .tryLater)
        clock.set(byMilliseconds: -years)
        clock.advance(milliseconds: 24 * Self.hour)
        _ = try ledger.hold(Self.order(3, 1_000))
        let window = try #require(try ledger.state().budgets.first?.window)
        // The next day's window: of today, and nothing spent in it yet.
        #expect(window.spent == .zero && window.reserved == NanoUSD(1_000))
        #expect(window.stop - clock.now.millisecondsSinceEpoch / 1_000 <= 86_400)
    }

    @Test("processes of two zones open one window a day")
    func zones() throws {
        let scratch = try ScratchLedger()
        let clock = TestMachineClock()
        let west = try scratch.open(clock: clock, calendar: LocalCalendar(offsetSeconds: -8 * 3_600, zone: "west"))
        try west.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
        let utc = try SQLiteLedger.open(
            scratch.files, clock: clock, calendar: LocalCalendar(offsetSeconds: 0, zone: "utc"))
        var granted: Int64 = 0
        // Three days, an hour at a time, each zone in turn asks for as much as it gets.
        for step in 0..<72 {
            let ledger = step % 2 == 0 ? utc : west
            let number = UInt64(step + 1)
            let order = HoldOrder(
                id: LedgerID(high: number, low: 1), purse: .credits, amount: NanoUSD(1_000), least: NanoUSD(1),
                request: RequestID(high: number, low: 1), target: Self.target)
            if case .granted(let id, let amount) = try? ledger.hold(order) {
                granted += try ledger.post(
                    PostOrder(
                        hold: id,
                        attempts: [
                            AttemptCharge(
                                target: Self.target, usage: TokenUsage(uncachedInput: 1),
                                costPicoUSD: amount.amount * 1_000, prices: .unknown)
                        ])
                ).charge.amount
            }
            clock.advance(milliseconds: Self.hour)
        }
        // The first day has begun before the loop does, so parts of four days are in three.
        #expect(granted == 4_000)
    }

    @Test("an answer that was kept before its process died is the key's answer")
    func keptAnswer() throws {
        let bench = try RequestBench()
        let claim = RequestBench.claim("a")
        let id = try bench.ledger.nextKeyedHold(claim)
        var file: InflightFile? = try bench.inflight.begin(id)
        var order = HoldOrder(
            id: id, purse: .credits, amount: NanoUSD(50_000), request: RequestID(high: 7, low: 7),
            target: RequestBench.lab)
        order.key = claim
        _ = try bench.ledger.hold(order)
        let result = [UInt8](repeating: 7, count: 32)
        file?.write([RequestBench.charge(5)], result: result)
        file?.release()
        file = nil
        #expect(try Sweeper(ledger: bench.ledger).sweep().charged == 1)
        #expect(try bench.ledger.key(claim) == .answered(result: result))
        #expect(try bench.openHolds == 0)
    }
}
