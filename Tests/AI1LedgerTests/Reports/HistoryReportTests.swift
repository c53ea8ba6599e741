import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("History")
struct HistoryReportTests {
    private func busy() throws -> Spender {
        let spender = try Spender()
        try spender.ask(
            Spender.claude, cost: 50_000, job: "brief", task: .code, usage: TokenUsage(uncachedInput: 7, cacheRead: 5))
        try spender.ask(
            Spender.gpt, cost: 30_000, usage: TokenUsage(visibleOutput: 3, reasoning: 4, source: .estimated),
            claim: UsageClaim(text: "-5", cost: NanoUSD(90_000)))
        try spender.ask(
            Spender.gpt, cost: 20_000, usage: TokenUsage(source: .unknown), manner: .expired, rewardBasisPoints: 0)
        try spender.ledger.void(try spender.hold(Spender.claude).hold)
        try spender.ask(Spender.sandbox, cost: 9_000, purse: .play)
        spender.clock.advance(milliseconds: 1_000)
        try spender.ledger.apply(
            .grant(id: LedgerID(high: 1, low: 1), to: .declared, amount: NanoUSD(5_000_000), memo: "top-up"))
        _ = try spender.hold(Spender.gpt, amount: 77_000)
        return spender
    }

    private func kinds(_ filter: HistoryReport.Filter) throws -> [String] {
        try HistoryReport.read(busy().ledger, filter).map { $0.kind.rawValue + ($0.isPlay ? "/play" : "") }
    }

    @Test("The newest is first; releases, play and the platform's own credits are shown only with all")
    func order() throws {
        #expect(try kinds(.init()) == ["open", "grant", "abandoned", "ask", "ask", "grant"])
        #expect(
            try kinds(.init(includesAll: true)) == [
                "open", "grant", "ask/play", "void", "abandoned", "ask", "ask", "grant/play", "grant", "grant",
            ])
        #expect(try kinds(.init(limit: 2)) == ["open", "grant"])
        #expect(try kinds(.init(limit: 0)) == [])
    }

    @Test("A request tells its tokens, what it cost and how sure that is")
    func facts() throws {
        let rows = try HistoryReport.read(busy().ledger, .init())
        let first = try #require(rows.first { $0.job == "brief" })
        #expect(first.input == 12 && first.output == 0 && first.amount == NanoUSD(50_000))
        #expect(first.reward == NanoUSD(5_000) && first.task == "code" && first.attempts == 1)
        #expect(first.target == "anthropic/claude-sonnet-5" && !first.isEstimated && !first.isUnknown)
        let second = rows[3]
        #expect(second.isEstimated && second.disputed == NanoUSD(60_000) && second.output == 7)
        #expect(rows[2].isUnknown && rows[2].kind == .abandoned && rows[2].amount == NanoUSD(20_000))
        #expect(rows[0].kind == .open && rows[0].amount == NanoUSD(77_000))
        #expect(rows[1].memo == "top-up" && rows[1].amount == NanoUSD(5_000_000))
        #expect(rows[1].target == "user:local:declared")
    }

    @Test("A job, a model and a moment are picked out")
    func filters() throws {
        #expect(try kinds(.init(job: "brief")) == ["ask"])
        #expect(try kinds(.init(job: "other")) == [])
        #expect(try kinds(.init(model: "gpt-5.4-mini")) == ["open", "abandoned", "ask"])
        #expect(try kinds(.init(model: "anthropic/claude-sonnet-5", includesAll: true)) == ["void", "ask"])
        let busy = try busy()
        let all = try HistoryReport.read(busy.ledger, .init())
        let since = try HistoryReport.read(busy.ledger, .init(since: all[1].time))
        #expect(since.map(\.id) == all.prefix(2).map(\.id))
    }
}
