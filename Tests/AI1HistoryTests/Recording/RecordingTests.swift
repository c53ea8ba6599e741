import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct RecordingTests {
    @Test("what a request teaches is in the next snapshot")
    func snapshot() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        let snapshot = try fixture.history.snapshot(at: Example.now)
        let statistics = try #require(snapshot.byTask[.init(target: Example.mini, task: .chat)])
        #expect(statistics.successes == 1)
        #expect(statistics.failures == 0)
        #expect(statistics.meanCostNanoUSD == 2_000_000)
        #expect(statistics.tokensPerSecond == 100)
        #expect(abs((statistics.firstToken?.p50 ?? 0) - 300) <= 9)
        #expect(abs((statistics.total?.p95 ?? 0) - 1_300) <= 39)
        #expect(snapshot.byTarget[Example.mini] == statistics)
    }

    @Test("a request that is recorded twice teaches once")
    func twice() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        try fixture.history.record(Example.record(1))
        #expect(try fixture.history.snapshot(at: Example.now).byTarget[Example.mini]?.successes == 1)
    }

    @Test("a cancelled attempt says nothing about its target")
    func cancelled() throws {
        let fixture = try HistoryFixture()
        var record = Example.record(1)
        record.observations = [Example.observation(Example.mini, .cancelled)]
        try fixture.history.record(record)
        #expect(try fixture.history.snapshot(at: Example.now).byTarget.isEmpty)
    }

    @Test("a second rating takes the place of the first")
    func rating() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        let rated = try fixture.history.rate(nil, reward: 1, at: Example.now, day: Example.day)
        #expect(rated.target == Example.mini)
        try fixture.history.rate(rated.request, reward: 0, at: Example.now, day: Example.day)
        let statistics = try #require(try fixture.history.snapshot(at: Example.now).byTarget[Example.mini])
        #expect(statistics.good == 0)
        #expect(statistics.bad == 1)
    }

    @Test("the same request is noticed within its time, and not after it")
    func again() throws {
        let fixture = try HistoryFixture()
        let record = Example.record(1)
        try fixture.history.record(record)
        let digest = try #require(record.digest)
        let soon = Example.now.advanced(byMilliseconds: 59_000)
        #expect(try fixture.history.lastRequest(matching: digest, within: 60_000, at: soon)?.id == record.id)
        let later = Example.now.advanced(byMilliseconds: 61_000)
        #expect(try fixture.history.lastRequest(matching: digest, within: 60_000, at: later) == nil)
        #expect(try fixture.history.lastRequest(matching: [1, 2], within: 60_000, at: soon) == nil)
    }
}
