import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("Balance at a glance")
struct BalanceReportTests {
    @Test("A new ledger has 500 credits, and as many to play with")
    func fresh() throws {
        let spender = try Spender()
        let report = try BalanceReport.read(spender.ledger)
        #expect(report.promo == NanoUSD(5_000_000_000) && report.own == .zero && report.play == NanoUSD(5_000_000_000))
        #expect(report.balance == report.promo && report.held == .zero && report.heldRequests == 0)
        #expect(report.days.count == 14 && report.days.allSatisfy { $0.requests == 0 })
        #expect(report.today.day == 20_260_101 && report.days[0].day == 20_251_219)
        #expect(report.month.charge == .zero && report.playToday == .zero)
    }

    @Test("Days, the month, rewards, holds and play credits are kept apart")
    func spending() throws {
        let spender = try Spender(start: 1_769_814_000_000)  // the last of January 2026, local midnight
        let day: Int64 = 86_400_000
        try spender.ask(Spender.gpt, cost: 100_000_000)
        spender.clock.advance(milliseconds: day)
        try spender.ask(Spender.claude, cost: 30_000_000, job: "brief")
        try spender.ask(Spender.claude, cost: 20_000_000)
        try spender.ask(Spender.sandbox, cost: 7_000_000, purse: .play)
        _ = try spender.hold(Spender.gpt, amount: 40_000_000)
        _ = try spender.hold(Spender.sandbox, amount: 50_000_000, purse: .play)
        try spender.ledger.apply(
            .grant(id: LedgerID(high: 1, low: 1), to: .declared, amount: NanoUSD(1_000_000_000), memo: "mine"))
        let report = try BalanceReport.read(spender.ledger)
        #expect(report.today.day == 20_260_201 && report.today.requests == 2)
        #expect(report.today.charge == NanoUSD(50_000_000) && report.today.reward == NanoUSD(5_000_000))
        #expect(report.days[12].charge == NanoUSD(100_000_000) && report.days[12].day == 20_260_131)
        #expect(report.month.charge == NanoUSD(50_000_000), "January is another month")
        #expect(report.held == NanoUSD(40_000_000) && report.heldRequests == 1)
        #expect(report.playToday == NanoUSD(7_000_000) && report.play == NanoUSD(4_993_000_000))
        #expect(report.own == NanoUSD(1_000_000_000) && report.promo == NanoUSD(5_000_000_000 - 135_000_000))
    }

    @Test("Where only books are kept, what was spent in all is told")
    func tracked() throws {
        let spender = try Spender()
        try spender.ask(Spender.gpt, cost: 9_000_000, purse: .tracked)
        let report = try BalanceReport.read(spender.ledger)
        #expect(report.tracked == NanoUSD(9_000_000) && report.balance == NanoUSD(5_000_000_000))
        #expect(report.today.charge == NanoUSD(9_000_000) && report.today.reward == .zero)
    }

    @Test("Rewards are told by day and month, with what the pool still has")
    func rewards() throws {
        let spender = try Spender()
        try spender.ask(Spender.gpt, cost: 30_000_000)
        spender.clock.advance(milliseconds: 40 * 86_400_000)
        try spender.ask(Spender.gpt, cost: 50_000_000)
        spender.clock.advance(milliseconds: 86_400_000)
        try spender.ask(Spender.gpt, cost: 70_000_000)
        let report = try RewardsReport.read(spender.ledger)
        #expect(report.today == NanoUSD(7_000_000) && report.month == NanoUSD(12_000_000))
        #expect(report.total == NanoUSD(15_000_000) && report.pool == NanoUSD(100_000_000_000 - 15_000_000))
    }
}
