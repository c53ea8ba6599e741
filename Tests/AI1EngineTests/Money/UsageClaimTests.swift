import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("What a provider says was used")
struct UsageClaimTests {
    private func charge(_ usage: String, words: String = "hello world, twenty", maxTokens: Int? = nil) async throws
        -> AttemptCharge
    {
        let ledger = RecordingLedger()
        let end = "data: {\"choices\":[],\"usage\":\(usage)}\n\ndata: [DONE]\n\n"
        let bench = EngineBench(["a": [.stream([Events.text(words), Events.end(), end])]], ledger: ledger)
        var request = EngineBench.request
        request.options.maxOutputTokens = maxTokens
        let plan = AskPlan(request: request, targets: [EngineBench.target("a")])
        let outcome = await bench.engine.ask(plan, sink: bench.sink)
        #expect(outcome.error == nil)
        #expect(outcome.attempts.first?.claim == ledger.bills.first?.attempts.first?.claim)
        return try #require(ledger.bills.first?.attempts.first)
    }

    @Test("a count that can be true is charged")
    func believed() async throws {
        let charge = try await charge(#"{"prompt_tokens":10,"completion_tokens":1000}"#)
        #expect(charge.usage == TokenUsage(uncachedInput: 10, visibleOutput: 1_000))
        #expect(charge.claim == nil && charge.costPicoUSD == 1_010_000_000)
    }

    @Test("12.7 tokens are 13")
    func fraction() async throws {
        let charge = try await charge(#"{"prompt_tokens":10,"completion_tokens":12.7}"#)
        #expect(charge.usage.output == 13 && charge.claim == nil)
    }

    @Test(
        "a count that cannot be true is kept as a claim, and our own count is charged",
        arguments: [
            (#"{"prompt_tokens":10,"completion_tokens":1000000000000}"#, Int64(1_000_000_000_010_000)),
            (#"{"prompt_tokens":-3,"completion_tokens":5}"#, nil),
            (#"{"prompt_tokens":10,"completion_tokens":"many"}"#, nil),
            (#"{"prompt_tokens":10,"completion_tokens":99999999999999999999}"#, nil),
        ])
    func unbelievable(report: String, cost: Int64?) async throws {
        let charge = try await charge(report)
        #expect(charge.usage.source == .estimated && charge.usage.output == 5)
        let claim = try #require(charge.claim)
        #expect(claim.text == report)
        #expect(claim.cost == cost.map { NanoUSD($0) })
    }

    @Test("more output than the limit that was sent is disputed")
    func moreThanLimit() async throws {
        let charge = try await charge(#"{"prompt_tokens":10,"completion_tokens":101}"#, maxTokens: 100)
        #expect(charge.usage.source == .estimated)
        #expect(charge.claim == UsageClaim(text: #"{"input":10,"output":101}"#, cost: NanoUSD(111_000)))
        #expect(try await self.charge(#"{"prompt_tokens":10,"completion_tokens":100}"#, maxTokens: 100).claim == nil)
    }

    @Test("more input than the request's octets and what providers add is disputed")
    func moreThanInput() async throws {
        let bound = RequestBound.inputTokens(of: EngineBench.request)
        let most = bound + bound / 10 + 2_048
        #expect(try await charge(#"{"prompt_tokens":\#(most),"completion_tokens":5}"#).claim == nil)
        let claim = try await charge(#"{"prompt_tokens":\#(most + 1),"completion_tokens":5}"#).claim
        #expect(claim?.cost == NanoUSD((most + 6) * 1_000))
    }

    @Test("an image may count what the providers' largest count says, and no more")
    func image() async throws {
        for (tokens, isBelieved) in [(Int64(36_835), true), (50_000, false)] {
            let ledger = RecordingLedger()
            let usage = #"{"prompt_tokens":\#(tokens),"completion_tokens":5}"#
            let end = "data: {\"choices\":[],\"usage\":\(usage)}\n\ndata: [DONE]\n\n"
            let bench = EngineBench(["a": [.stream([Events.text("hi"), Events.end(), end])]], ledger: ledger)
            var request = EngineBench.request
            request.messages[0].parts.append(.image(ImagePart(mediaType: "image/png", bytes: [1, 2, 3])))
            let plan = AskPlan(request: request, targets: [EngineBench.target("a")])
            _ = await bench.engine.ask(plan, sink: bench.sink)
            #expect((ledger.bills.first?.attempts.first?.claim == nil) == isBelieved, "\(tokens)")
        }
    }

    @Test("our own count never exceeds the limit that was sent")
    func estimateWithinLimit() async throws {
        let words = String(repeating: "word ", count: 200)
        let charge = try await charge("null", words: words, maxTokens: 100)
        #expect(charge.usage.source == .estimated && charge.usage.output == 100)
    }

    @Test("a refusal before any content costs nothing, but what is claimed for it is kept")
    func claimOfFailedAttempt() async throws {
        let ledger = RecordingLedger()
        let report = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":0}}\n\n"
        let bench = EngineBench(["a": [.stream([report])], "b": [Events.answer("hi")]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a"), EngineBench.target("b")])
        let attempts = try #require(ledger.bills.first?.attempts)
        #expect(attempts.map(\.costPicoUSD) == [0, 15_000_000])
        #expect(attempts.first?.claim?.text == #"{"prompt_tokens":-1,"completion_tokens":0}"#)
    }

    @Test("the total of several attempts is rounded up once")
    func roundedOnce() async {
        let ledger = RecordingLedger()
        let report = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":0}}\n\n"
        let bench = EngineBench(["a": [.stream([report])], "b": [Events.answer("hi")]], ledger: ledger)
        // 300 pico-dollars and 10 × 300 + 5 × 300: 4,800 together.
        let outcome = await bench.ask(["a", "b"].map { EngineBench.target($0, input: 300, output: 300) })
        #expect(outcome.cost == NanoUSD(5))
    }
}
