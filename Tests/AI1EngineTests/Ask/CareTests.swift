import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Care for what was said, paid and claimed")
struct CareTests {
    private func keyed(_ provider: String, _ key: String) -> PlannedTarget {
        let plain = EngineBench.target(provider)
        return PlannedTarget(row: plain.row, healthKey: plain.healthKey) {
            Endpoint(provider: provider, baseURL: "http://\(provider)", key: Secret(key, fingerprint: "f"))
        }
    }

    @Test("a key that a provider repeats is hidden on every path: refusal, error event before and after text")
    func keysAreHidden() async {
        let key = "0f8fad5b-d9cb-469f-a165-70867728950e"
        let event = "data: {\"error\":{\"message\":\"Incorrect API key provided: \(key)\"}}\n\n"
        let refusal = ScriptedTransport.Script.answer(
            status: 401, body: "{\"error\":{\"message\":\"Incorrect API key provided: \(key)\"}}")
        for script in [
            refusal, .stream([event]), .stream([Events.text("half") + event]), .stream([Events.text("a"), event]),
        ] {
            let bench = EngineBench(["a": [script]])
            let error = await bench.ask([keyed("a", key)]).error
            let said = "\(error?.message ?? "") \(error?.underlying ?? "") \(bench.sink.notices)"
            #expect(error != nil)
            #expect(!said.contains(key), "\(said)")
        }
    }

    @Test("an answer whose end has come is complete, whatever happens to the connection then")
    func completeDespiteCut() async {
        let bench = EngineBench([
            "a": [
                .stream(
                    [Events.text("hi"), Events.end(), Events.usage(input: 3, output: 1)],
                    end: .failed(ProviderFault(.cut, message: "the connection was lost")))
            ]
        ])
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error == nil)
        #expect(outcome.usage.input == 3)
        #expect(bench.health.entries.map(\.observation) == [.succeeded])
    }

    @Test("a trial that says nothing about the target's health goes to the next caller")
    func trialIsReleased() async {
        let start = TestClock(sleeping: .refused).now
        var cooled = TargetHealth()
        cooled.coolUntil = start
        let target = EngineBench.target("a")
        let health = MemoryHealthStore([target.healthKey: cooled])
        let bench = EngineBench(["a": [Events.refusal(400), Events.answer("hi")]], health: health)
        #expect(await bench.ask([target]).error?.kind == .badData)
        #expect(await bench.ask([target]).error == nil)
        #expect(bench.transport.hosts == ["a", "a"])
    }

    @Test("Retry-After is believed up to a day")
    func retryAfterIsBounded() async {
        let bench = EngineBench(["a": [Events.refusal(429, retryAfter: 9_000_000_000)]], sleeping: .refused)
        _ = await bench.ask([EngineBench.target("a")])
        guard case .cooling(let until, _) = bench.health.entries.first?.observation else {
            Issue.record("not cooled: \(bench.health.entries)")
            return
        }
        #expect(until == bench.clock.now.advanced(byMilliseconds: 86_400_000))
    }

    @Test("a request that is cancelled after it was sent is charged for its input")
    func cancelledIsCharged() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [.silence]], ledger: ledger)
        let task = Task { await bench.ask([EngineBench.target("a")]) }
        _ = try? await Eventually.holds { bench.transport.hosts == ["a"] }
        task.cancel()
        let outcome = await task.value
        #expect(outcome.error?.code == .cancelled)
        #expect((ledger.bills.first?.attempts.first?.costPicoUSD ?? 0) > 0)
    }

    @Test("a key command has no longer than the request")
    func keyCommandDeadline() async {
        let plain = EngineBench.target("a")
        let slow = PlannedTarget(row: plain.row, healthKey: plain.healthKey, endpointMayTakeLong: true) {
            try await Task.sleep(for: .seconds(3_600))
            return Endpoint(provider: "a", baseURL: "http://a")
        }
        let bench = EngineBench(["a": [Events.answer("hi")]])
        #expect(await bench.ask([slow]).error?.kind == .tryLater)
        #expect(bench.transport.hosts.isEmpty)
    }
}
