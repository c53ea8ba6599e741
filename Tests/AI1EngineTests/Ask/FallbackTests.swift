import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Fallback")
struct FallbackTests {
    @Test("the next candidate answers when the first refuses, and the refusal is told with both names")
    func nextCandidate() async {
        let bench = EngineBench(["a": [Events.refusal(500)], "b": [Events.answer("hi")]])
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")])
        #expect(outcome.error == nil)
        #expect(outcome.target == TargetName(provider: "b", model: "m"))
        #expect(bench.sink.text == "hi")
        #expect(bench.transport.hosts == ["a", "b"])
        guard case .fallingBack(let from, let fault, let to) = bench.sink.notices[1] else {
            Issue.record("no notice of the fallback: \(bench.sink.notices)")
            return
        }
        #expect((from.provider, fault.kind, to.provider) == ("a", .serverError, "b"))
    }

    @Test("after the first text nothing takes over, and the part that came is kept")
    func neverSplices() async {
        let cut = ScriptedTransport.Script.stream([Events.text("half")])
        let bench = EngineBench(["a": [cut], "b": [Events.answer("other")]])
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")])
        #expect(outcome.error?.kind == .protocolFailure)
        #expect(bench.sink.text == "half")
        #expect(bench.transport.hosts == ["a"])
        #expect(outcome.canResume)
        #expect(bench.history.records.map(\.text) == ["half"])
        #expect(bench.history.records.map(\.state) == [.cut])
    }

    @Test(
        "a fault falls back or not as the table says",
        arguments: [
            (401, true), (402, true), (404, true), (400, false), (422, false), (413, false), (429, true), (408, true),
            (503, true),
        ])
    func table(status: Int, fallsBack: Bool) async {
        let bench = EngineBench(["a": [Events.refusal(status)], "b": [Events.answer("hi")]])
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")])
        #expect((outcome.error == nil) == fallsBack)
        #expect(bench.transport.hosts == (fallsBack ? ["a", "b"] : ["a"]))
    }

    @Test("a refused key skips the provider's other models")
    func refusedKeySkipsProvider() async {
        let bench = EngineBench(["a": [Events.refusal(401)], "b": [Events.answer("hi")]])
        let outcome = await bench.ask([
            EngineBench.target("a", model: "one"), EngineBench.target("a", model: "two"), EngineBench.target("b"),
        ])
        #expect(outcome.error == nil)
        #expect(bench.transport.hosts == ["a", "b"])
    }

    @Test("an input too long goes only to a larger window")
    func largerWindow() async {
        let refusal = Events.refusal(400, code: "context_length_exceeded")
        let bench = EngineBench(["a": [refusal], "b": [Events.answer("b")], "c": [Events.answer("c")]])
        let outcome = await bench.ask([
            EngineBench.target("a", context: 1_000), EngineBench.target("b", context: 500),
            EngineBench.target("c", context: 2_000),
        ])
        #expect(outcome.target?.provider == "c")
        #expect(bench.transport.hosts == ["a", "c"])
    }

    @Test("several candidates that fail in different ways end as unavailable, in one way as that")
    func kinds() async {
        let mixed = EngineBench(["a": [Events.refusal(401)], "b": [Events.refusal(402)]])
        #expect(await mixed.ask([EngineBench.target("a"), EngineBench.target("b")]).error?.kind == .unavailable)
        let same = EngineBench(["a": [Events.refusal(401)], "b": [Events.refusal(403)]])
        #expect(await same.ask([EngineBench.target("a"), EngineBench.target("b")]).error?.kind == .keyRefused)
    }

    @Test("an in-band error before the first text falls back, after it ends the answer")
    func inBand() async {
        let error = "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n"
        let before = EngineBench(["a": [.stream([error])], "b": [Events.answer("hi")]])
        #expect(await before.ask([EngineBench.target("a"), EngineBench.target("b")]).target?.provider == "b")
        let after = EngineBench(["a": [.stream([Events.text("half") + error])], "b": [Events.answer("hi")]])
        let outcome = await after.ask([EngineBench.target("a"), EngineBench.target("b")])
        #expect(outcome.error?.kind == .protocolFailure)
        #expect(after.sink.text == "half")
    }
}
