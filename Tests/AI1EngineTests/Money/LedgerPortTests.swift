import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Money of a request")
struct LedgerPortTests {
    @Test("credits are held before anything is sent, and what was used is posted")
    func holdThenPost() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.cost == NanoUSD(15_000))
        let hold = try #require(ledger.holds.first)
        #expect(hold.amount >= NanoUSD(15_000))
        #expect(hold.ifSent > .zero && hold.ifSent < hold.amount)
        #expect(ledger.calls.first == .hold(hold))
        let bill = try #require(ledger.bills.first)
        #expect(bill.attempts.map(\.costPicoUSD) == [15_000_000])
        #expect(bill.attempts.first?.usage.source == .reported && bill.answer == nil)
        #expect(ledger.calls.last == .post(bill))
        #expect(outcome.settlement?.charge == NanoUSD(7))
    }

    @Test("without credits nothing is sent")
    func refused() async {
        let ledger = RecordingLedger(limit: NanoUSD(1))
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error?.kind == .creditsRefused)
        #expect(outcome.error?.message == "not enough credits")
        #expect(outcome.error?.hint == "ai1 credits add 500")
        #expect(bench.transport.hosts.isEmpty)
        #expect(ledger.progress.isEmpty && ledger.bills.isEmpty)
    }

    @Test("a fallback to a dearer candidate raises the hold first")
    func raise() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.refusal(503)], "b": [Events.answer("hi")]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a"), EngineBench.target("b", output: 9_000_000)])
        let first = try #require(ledger.holds.first)
        let second = try #require(ledger.raises.first)
        #expect(second.amount > first.amount)
        #expect(second.target.provider == "b")
    }

    @Test("a fallback to a cheaper candidate asks the ledger, too, since that model's budgets bind")
    func raiseForBudgets() async {
        let ledger = RecordingLedger(refusing: ["b"])
        let bench = EngineBench(["a": [Events.refusal(503)], "b": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([EngineBench.target("a", output: 9_000_000), EngineBench.target("b")])
        #expect(outcome.error?.kind == .creditsRefused)
        #expect(bench.transport.hosts == ["a"])
    }

    @Test("a dear candidate that cannot be paid for is passed over for one that can")
    func skipsDearCandidate() async {
        let ledger = RecordingLedger(refusing: ["b"])
        let bench = EngineBench(
            ["a": [Events.refusal(503)], "b": [Events.answer("hi")], "c": [Events.answer("ho")]], ledger: ledger)
        let outcome = await bench.ask(["a", "b", "c"].map { EngineBench.target($0) })
        #expect(outcome.error == nil)
        #expect(bench.transport.hosts == ["a", "c"])
        let names = ["b", "c"].map { TargetName(provider: $0, model: "m") }
        #expect(bench.sink.notices.contains(.skipped(names[0], reason: "not enough credits", next: names[1])))
    }

    @Test("when the last candidate cannot be paid for the request ends with its name, and nothing is retried")
    func lastCandidateRefused() async {
        let ledger = RecordingLedger(refusing: ["b"])
        let bench = EngineBench(["a": [Events.refusal(503)], "b": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")])
        #expect(outcome.error?.kind == .creditsRefused)
        #expect(outcome.error?.message == "b/m: not enough credits")
        #expect(bench.transport.hosts == ["a"])
        #expect(ledger.calls.last == .void)
    }

    @Test("a request that nobody served releases its hold")
    func void() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.refusal(401)]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a")])
        #expect(ledger.calls.last == .void)
    }

    @Test("when the reader goes away the transfer ends and what came is charged")
    func brokenPipe() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.answer("hello world")]], ledger: ledger)
        bench.sink.breakPipe()
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error?.kind == .brokenPipe)
        let charge = try #require(ledger.bills.first?.attempts.first)
        #expect(charge.usage.source == .estimated)
        #expect((charge.costPicoUSD ?? 0) > 0)
    }

    @Test("a model without a price is held for nothing, and its use is recorded")
    func unknownPrice() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([EngineBench.target("a", prices: .unknown)])
        #expect(outcome.cost == nil)
        #expect(ledger.holds.first?.amount == .zero)
        let charge = try #require(ledger.bills.first?.attempts.first)
        #expect(charge.costPicoUSD == nil && charge.usage.output == 5)
    }

    @Test("only a request under a key hands its complete answer to the books")
    func keptAnswer() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let plan = AskPlan(
            request: EngineBench.request, targets: [EngineBench.target("a")], task: .code, keepsAnswer: true)
        _ = await bench.engine.ask(plan, sink: bench.sink)
        let bill = try #require(ledger.bills.first)
        #expect(bill.task == .code)
        #expect(bill.answer?.text == Array("hi".utf8))
        #expect(bill.answer?.usage.output == 5 && bill.answer?.finish == .stop)

        let cut = EngineBench(["a": [.stream([Events.text("hal")])]], ledger: RecordingLedger())
        _ = await cut.engine.ask(plan, sink: cut.sink)
        #expect(cut.ledger?.bills.count == 1)
        #expect(cut.ledger?.bills.first?.answer == nil)
    }

    @Test("the bound of a request is at least the cost of any answer within its limit")
    func bound() {
        let row = EngineBench.target("a", input: 3_000_000, output: 15_000_000).row
        let bound = HoldBound.amount(of: EngineBench.request, at: row)
        let limit = Int64(HoldBound.outputLimit(of: row, asked: nil))
        for used in [0, 1, limit / 2, limit] {
            #expect(row.prices.cost(of: TokenUsage(uncachedInput: 5, visibleOutput: used)) <= bound)
        }
        #expect(HoldBound.outputLimit(of: row, asked: 5_000) == 1_000)
        #expect(HoldBound.outputLimit(of: row, asked: 10) == 10)
    }
}
