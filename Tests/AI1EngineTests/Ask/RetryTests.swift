import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Retries")
struct RetryTests {
    @Test("a target is tried again only when nothing else can serve, three times at most")
    func threeTries() async {
        let bench = EngineBench(["a": [Events.refusal(503)]])
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error?.kind == .unavailable)
        #expect(bench.transport.hosts.count == 4)
        #expect(bench.clock.sleeps.count == 3)
        for (attempt, wait) in bench.clock.sleeps.enumerated() { #expect(wait <= 500 << Int64(attempt)) }
    }

    @Test("Retry-After is waited for when it fits the deadline")
    func retryAfterFits() async {
        let bench = EngineBench(["a": [Events.refusal(429, retryAfter: 30), Events.answer("hi")]])
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error == nil)
        #expect(bench.clock.sleeps == [30_000])
    }

    @Test("Retry-After beyond the deadline ends at once with the code for later")
    func retryAfterDoesNotFit() async {
        let bench = EngineBench(["a": [Events.refusal(429, retryAfter: 30)]], sleeping: .refused)
        var policy = AskPolicy()
        policy.deadlineMilliseconds = 5_000
        let outcome = await bench.ask([EngineBench.target("a")], policy: policy)
        #expect(outcome.error?.kind == .tryLater)
        #expect(bench.transport.hosts == ["a"])
    }

    @Test("what cannot get better is not tried again", arguments: [400, 401, 402, 404])
    func hopeless(status: Int) async {
        let bench = EngineBench(["a": [Events.refusal(status)]], sleeping: .refused)
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error != nil)
        #expect(bench.transport.hosts == ["a"])
    }

    @Test("a cooling target is waited for within the deadline, else the request ends at once")
    func cooling() async {
        let bench = EngineBench(["a": [Events.answer("hi")]])
        let plan = AskPlan(
            request: EngineBench.request, targets: [], cooling: [(EngineBench.target("a"), 20_000)])
        #expect(await bench.engine.ask(plan, sink: bench.sink).error == nil)
        #expect(bench.clock.sleeps == [20_000])
        var short = plan
        short.policy.deadlineMilliseconds = 10_000
        let other = EngineBench(["a": [Events.answer("hi")]], sleeping: .refused)
        #expect(await other.engine.ask(short, sink: other.sink).error?.kind == .tryLater)
        #expect(other.transport.hosts.isEmpty)
    }

    @Test("waits grow, are random below their bound, and stop growing at eight seconds")
    func backoff() {
        let random = SeededRandom(seed: 3)
        for attempt in 0..<12 {
            let bound: Int64 = min(8_000, 500 << Int64(attempt))
            let waits = (0..<200).map { _ in Backoff.milliseconds(attempt: attempt, random: random) }
            #expect(waits.allSatisfy { (0...bound).contains($0) })
            #expect(Set(waits).count > 20)
        }
    }
}
