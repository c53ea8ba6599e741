import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Money of a request")
struct LedgerPortTests {
    @Test("credits are held before anything is sent, and what was used is posted")
    func holdThenPost() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.cost == NanoUSD(15_000))
        guard case .hold(let amount, _) = ledger.calls.first, case .post(let charges) = ledger.calls.last else {
            Issue.record("unexpected calls: \(ledger.calls)")
            return
        }
        #expect(amount >= NanoUSD(15_000))
        #expect(charges.map(\.cost) == [NanoUSD(15_000)])
    }

    @Test("without credits nothing is sent")
    func refused() async {
        let ledger = RecordingLedger(limit: NanoUSD(1))
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        #expect(await bench.ask([EngineBench.target("a")]).error?.kind == .creditsRefused)
        #expect(bench.transport.hosts.isEmpty)
    }

    @Test("a fallback to a dearer candidate raises the hold first")
    func raise() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.refusal(503)], "b": [Events.answer("hi")]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a"), EngineBench.target("b", output: 9_000_000)])
        guard ledger.calls.count == 3, case .hold(let first, _) = ledger.calls[0],
            case .raise(let second, let target) = ledger.calls[1]
        else {
            Issue.record("unexpected calls: \(ledger.calls)")
            return
        }
        #expect(second > first)
        #expect(target.provider == "b")
    }

    @Test("a request that nobody served releases its hold")
    func void() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.refusal(401)]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a")])
        #expect(ledger.calls.last == .void)
    }

    @Test("when the reader goes away the transfer ends and what came is charged")
    func brokenPipe() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.answer("hello world")]], ledger: ledger)
        bench.sink.breakPipe()
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error?.kind == .brokenPipe)
        guard case .post(let charges) = ledger.calls.last else {
            Issue.record("nothing was charged: \(ledger.calls)")
            return
        }
        #expect(charges.first?.usage.source == .estimated)
        #expect((charges.first?.cost ?? .zero) > .zero)
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
