import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Hedging")
struct HedgeTests {
    private var policy: AskPolicy {
        var policy = AskPolicy()
        policy.hedges = true
        return policy
    }

    @Test("a second candidate is started when the first is slow; the loser is cancelled and both are accounted")
    func slowFirst() async {
        let bench = EngineBench(["a": [.silence], "b": [Events.answer("hi")]], sleeping: .advances)
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")], policy: policy)
        #expect(outcome.error == nil)
        #expect(outcome.target?.provider == "b")
        #expect(bench.transport.cancelled == ["a"])
        #expect(bench.clock.sleeps == [20_000])
        #expect(Set(outcome.attempts.map(\.target.provider)) == ["a", "b"])
        let loser = outcome.attempts.first { $0.target.provider == "a" }
        #expect(loser?.usage?.source == .estimated)
        #expect((loser?.cost ?? .zero) > .zero)
    }

    @Test("a quick first candidate leaves the second alone")
    func quickFirst() async {
        let bench = EngineBench(["a": [Events.answer("hi")], "b": [Events.answer("no")]], sleeping: .waits)
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")], policy: policy)
        #expect(outcome.target?.provider == "a")
        #expect(bench.transport.hosts == ["a"])
    }

    @Test("when the first fails before the hedge is due the ordinary fallback goes on")
    func failingFirst() async {
        let bench = EngineBench(["a": [Events.refusal(503)], "b": [Events.answer("hi")]], sleeping: .waits)
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")], policy: policy)
        #expect(outcome.target?.provider == "b")
        #expect(bench.transport.hosts == ["a", "b"])
    }
}
