import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Output limits that credits pay for")
struct FittingTests {
    private func sentLimit(_ request: HTTPRequest?) throws -> Int64? {
        let body = try JSONParser.parse(try #require(request).body)
        return (body["max_completion_tokens"] ?? body["max_tokens"])?.number?.int64
    }

    private func request(maxTokens: Int? = nil) -> ChatRequest {
        var request = EngineBench.request
        request.options.maxOutputTokens = maxTokens
        return request
    }

    @Test("when there is less than the whole bound the output limit shrinks to what is paid for, and it is said")
    func shrinks() async throws {
        let target = EngineBench.target("a", largest: 50_000)
        let input = RequestBound.inputTokens(of: EngineBench.request)
        // A micro-dollar a token: the input and exactly 2,000 tokens of output.
        let ledger = RecordingLedger(limit: NanoUSD((input + 2_000) * 1_000))
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask([target])
        #expect(outcome.error == nil)
        #expect(try sentLimit(bench.transport.requests.first) == 2_000)
        #expect(bench.sink.notices.contains(.limitedByCredits(to: 2_000)))
        let wish = try #require(ledger.holds.first)
        #expect(wish.amount == NanoUSD((input + 8_192) * 1_000))
        #expect(wish.least == NanoUSD((input + 1_024) * 1_000))
    }

    @Test("one nano-dollar too little for a token is a token less")
    func roundsDown() async throws {
        let input = RequestBound.inputTokens(of: EngineBench.request)
        let ledger = RecordingLedger(limit: NanoUSD((input + 2_000) * 1_000 - 1))
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a", largest: 50_000)])
        #expect(try sentLimit(bench.transport.requests.first) == 1_999)
    }

    @Test("below 1,024 tokens nothing is sent")
    func refusesBelowLeast() async throws {
        let input = RequestBound.inputTokens(of: EngineBench.request)
        let ledger = RecordingLedger(limit: NanoUSD((input + 1_024) * 1_000 - 1))
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        #expect(await bench.ask([EngineBench.target("a", largest: 50_000)]).error?.kind == .creditsRefused)
        #expect(bench.transport.requests.isEmpty)
    }

    @Test("a limit that the user gave is not made smaller")
    func userLimit() async throws {
        let input = RequestBound.inputTokens(of: EngineBench.request)
        let ledger = RecordingLedger(limit: NanoUSD((input + 2_000) * 1_000))
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
        let plan = AskPlan(request: request(maxTokens: 2_001), targets: [EngineBench.target("a", largest: 50_000)])
        #expect(await bench.engine.ask(plan, sink: bench.sink).error?.kind == .creditsRefused)
        let wish = try #require(ledger.holds.first)
        #expect(wish.least == wish.amount)
        #expect(bench.transport.requests.isEmpty)
    }

    @Test("what an attempt before has cost is not spent again")
    func spentBefore() async throws {
        // The first provider counts 900 tokens and then refuses to go on: they are paid for.
        let report = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":890}}\n\n"
        let input = RequestBound.inputTokens(of: EngineBench.request)
        let ledger = RecordingLedger(limit: NanoUSD((input + 3_000) * 1_000))
        let bench = EngineBench(["a": [.stream([report])], "b": [Events.answer("hi")]], ledger: ledger)
        let outcome = await bench.ask(["a", "b"].map { EngineBench.target($0, largest: 50_000) })
        #expect(outcome.error == nil)
        #expect(outcome.cost == NanoUSD(900_000 + 15_000))
        #expect(try sentLimit(bench.transport.requests.last) == 2_100)
    }

    @Test("a free model keeps its limit when there are no credits at all")
    func free() async throws {
        let bench = EngineBench(["a": [Events.answer("hi")]], ledger: RecordingLedger(limit: .zero))
        let outcome = await bench.ask([EngineBench.target("a", largest: 4_000, prices: .free)])
        #expect(outcome.error == nil)
        #expect(try sentLimit(bench.transport.requests.first) == 4_000)
    }

    @Test("the wait for credits is the deadline's rest, however long one may wait for a limited target")
    func wait() async {
        for longest in [Int64.max, 10_000] {
            let ledger = RecordingLedger()
            let bench = EngineBench(["a": [Events.answer("hi")]], ledger: ledger)
            var policy = AskPolicy()
            policy.deadlineMilliseconds = 30_000
            policy.longestWaitMilliseconds = longest
            _ = await bench.ask([EngineBench.target("a")], policy: policy)
            #expect(ledger.holds.first?.waitMilliseconds == 30_000)
        }
    }

    @Test("the bound of the largest payable output is payable, and one token more is not, for random prices")
    func inverse() {
        for seed in 0..<5_000 {
            var random = SeededRandom(seed: UInt64(seed))
            let prices = PriceTable(
                base: TokenPrices(
                    input: TokenPrice(picoUSD: .random(in: 0...5_000_000, using: &random)),
                    output: TokenPrice(picoUSD: .random(in: 1...90_000_000, using: &random)),
                    cacheWrite5m: Bool.random(using: &random)
                        ? TokenPrice(picoUSD: .random(in: 0...9_000_000, using: &random)) : nil,
                    reasoning: Bool.random(using: &random)
                        ? TokenPrice(picoUSD: .random(in: 1...99_000_000, using: &random)) : nil))
            let row = EngineBench.target("a", prices: prices).row
            let input = Int64.random(in: 0...1_000_000, using: &random)
            let least = HoldBound.amount(inputTokens: input, outputTokens: 0, at: row)
            let amount = NanoUSD(least.amount + .random(in: 0...2_000_000_000, using: &random))
            guard let tokens = HoldBound.outputTokens(for: amount, inputTokens: input, at: row) else {
                Issue.record("\(seed): output has a price")
                continue
            }
            #expect(HoldBound.amount(inputTokens: input, outputTokens: tokens, at: row) <= amount, "\(seed)")
            #expect(HoldBound.amount(inputTokens: input, outputTokens: tokens + 1, at: row) > amount, "\(seed)")
        }
    }
}
