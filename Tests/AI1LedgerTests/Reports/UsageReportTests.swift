import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("Usage by what it was for")
struct UsageReportTests {
    private func busy() throws -> Spender {
        let spender = try Spender()
        try spender.ask(Spender.claude, cost: 50, job: "brief", task: .code)
        try spender.ask(Spender.gpt, cost: 30, job: "brief")
        spender.clock.advance(milliseconds: 86_400_000)
        try spender.ask(Spender.gpt, cost: 40, task: .code)
        try spender.ask(Spender.sandbox, cost: 1_000, purse: .play)
        return spender
    }

    private func rows(_ group: UsageReport.Group, _ days: ClosedRange<Int64> = 0...99_991_231) throws -> [String] {
        try UsageReport.read(busy().ledger, .init(group: group, days: days)).rows.map {
            "\($0.name) \($0.requests) \($0.charge.amount)"
        }
    }

    @Test("Every group sums the same requests, the dearest first and days in order")
    func groups() throws {
        #expect(try rows(.model) == ["openai/gpt-5.4-mini 2 70", "anthropic/claude-sonnet-5 1 50"])
        #expect(try rows(.provider) == ["openai 2 70", "anthropic 1 50"])
        #expect(try rows(.day) == ["2026-01-01 2 80", "2026-01-02 1 40"])
        #expect(try rows(.job) == ["brief 2 80", " 1 40"])
        #expect(try rows(.task) == ["code 2 90", " 1 30"])
    }

    @Test("Days bound it, and play credits are counted only when they are asked for")
    func filter() throws {
        #expect(try rows(.model, 20_260_102...20_260_102) == ["openai/gpt-5.4-mini 1 40"])
        let play = try UsageReport.read(busy().ledger, .init(group: .model, isPlay: true))
        #expect(play.rows.map(\.name) == ["sandbox/echo"] && play.total.charge == NanoUSD(1_000))
        let all = try UsageReport.read(busy().ledger, .init(group: .day))
        #expect(all.total.requests == 3 && all.total.input == 300 && all.total.output == 60)
        #expect(all.total.charge == NanoUSD(120) && all.total.reward == NanoUSD(12))
    }

    @Test("Nothing spent gives no rows")
    func empty() throws {
        let report = try UsageReport.read(Spender().ledger, .init(group: .job))
        #expect(report.rows.isEmpty && report.total.charge == .zero)
    }
}
