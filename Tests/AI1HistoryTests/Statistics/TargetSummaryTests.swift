import AI1Core
import AI1TestSupport
import Testing

@testable import AI1History

@Suite struct TargetSummaryTests {
    private static let week: Int64 = 7 * 86_400_000

    private static func after(_ milliseconds: Int64) -> Timestamp { Example.now.advanced(byMilliseconds: milliseconds) }

    private static func near(_ left: TargetStatistics, _ right: TargetStatistics) -> Bool {
        func near(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 1e-9 * max(1, abs(left)) }
        return near(left.successes, right.successes) && near(left.failures, right.failures)
            && near(left.firstToken?.weight ?? 0, right.firstToken?.weight ?? 0)
            && left.firstToken?.p50 == right.firstToken?.p50 && left.total?.p95 == right.total?.p95
            && near(left.tokensPerSecond ?? 0, right.tokensPerSecond ?? 0)
            && near(left.meanCostNanoUSD ?? 0, right.meanCostNanoUSD ?? 0)
            && near(left.good, right.good) && near(left.bad, right.bad)
    }

    /// Forty calls over three weeks, and some words about quality.
    private static func observations() -> ([AttemptObservation], [QualitySignal]) {
        let random = SeededRandom(seed: 11)
        let calls = (0..<40).map { _ in
            Example.observation(
                at: after(-Int64(random.next() % UInt64(3 * week))), random.next() % 5 == 0 ? .failed : .succeeded,
                first: Double(100 + random.next() % 900), total: Double(1_100 + random.next() % 4_000),
                output: Int64(20 + random.next() % 300), cost: NanoUSD(Int64(random.next() % 1_000_000)))
        }
        let signals = (0..<10).map { _ in
            QualitySignal(
                target: Example.mini, task: .chat, time: after(-Int64(random.next() % UInt64(3 * week))),
                source: .rating, reward: Double(random.next() % 101) / 100, weight: 1)
        }
        return (calls, signals)
    }

    @Test("the order in which calls are added does not matter")
    func order() {
        let (calls, signals) = Self.observations()
        var forward = TargetSummary()
        for call in calls { forward.add(call) }
        for signal in signals { forward.add(signal) }
        var sorted = TargetSummary()
        for signal in signals.sorted(by: { $0.time > $1.time }) { sorted.add(signal) }
        for call in calls.sorted(by: { $0.time < $1.time }) { sorted.add(call) }
        #expect(Self.near(forward.statistics(at: Example.now), sorted.statistics(at: Example.now)))
    }

    @Test("merged summaries are the summary of all calls")
    func merging() {
        let (calls, signals) = Self.observations()
        var whole = TargetSummary()
        var parts = [TargetSummary(), TargetSummary()]
        for (index, call) in calls.enumerated() {
            whole.add(call)
            parts[index % 2].add(call)
        }
        for signal in signals {
            whole.add(signal)
            parts[0].add(signal)
        }
        var merged = parts[0]
        merged.merge(parts[1])
        #expect(Self.near(merged.statistics(at: Example.now), whole.statistics(at: Example.now)))
        var other = parts[1]
        other.merge(parts[0])
        #expect(Self.near(other.statistics(at: Example.now), whole.statistics(at: Example.now)))
    }

    @Test("a call counts half after a week, and a word about quality after sixty days")
    func halfLives() {
        var summary = TargetSummary()
        summary.add(Example.observation())
        summary.add(
            QualitySignal(
                target: Example.mini, task: .chat, time: Example.now, source: .rating, reward: 0.75, weight: 1))
        let week = summary.statistics(at: Self.after(Self.week))
        #expect(abs(week.successes - 0.5) < 1e-12)
        #expect(abs((week.total?.weight ?? 0) - 0.5) < 1e-12)
        // Fading changes no mean and no quantile.
        #expect(week.meanCostNanoUSD == 2_000_000)
        let later = summary.statistics(at: Self.after(60 * 86_400_000))
        #expect(abs(later.good - 0.375) < 1e-12)
        #expect(abs(later.bad - 0.125) < 1e-12)
    }

    @Test("a busy target that becomes slow and fails is seen to have changed within forty calls")
    func change() {
        var summary = TargetSummary()
        for second in 0..<2_000 { summary.add(Example.observation(at: Self.after(Int64(second) * 1_000), first: 200)) }
        for second in 0..<40 {
            let time = Self.after(Int64(2_000 + second) * 1_000)
            summary.add(Example.observation(at: time, second % 2 == 0 ? .succeeded : .failed, first: 2_000))
        }
        let statistics = summary.statistics(at: Self.after(2_040_000))
        #expect((statistics.failures / (statistics.successes + statistics.failures)) > 0.25)
        for second in 0..<40 {
            summary.add(Example.observation(at: Self.after(3_000_000 + Int64(second)), first: 2_000))
        }
        #expect((summary.statistics(at: Self.after(3_000_100)).firstToken?.p50 ?? 0) > 1_900)
    }

    @Test("no sum weighs more than its cap")
    func cap() {
        var summary = TargetSummary()
        for _ in 0..<500 { summary.add(Example.observation()) }
        let statistics = summary.statistics(at: Example.now)
        #expect(abs(statistics.successes - Decay.callCap) < 1e-9)
        #expect(abs((statistics.firstToken?.weight ?? 0) - Decay.callCap) < 1e-6)
        #expect(abs(statistics.speedWeight - Decay.callCap) < 1e-9)
    }

    @Test("a clock that was a year ahead does not keep later calls from counting")
    func wrongClock() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1, at: Self.after(365 * 86_400_000)))
        for number in UInt64(2)..<7 { try fixture.history.record(Example.record(number)) }
        #expect((try fixture.history.snapshot(at: Example.now).byTarget[Example.mini]?.successes ?? 0) > 5)
    }

    @Test("an answer that broke off tells its first token, and not how long answers take")
    func cut() {
        var summary = TargetSummary()
        summary.add(Example.observation(Example.mini, .cut))
        let statistics = summary.statistics(at: Example.now)
        #expect(statistics.failures == 1)
        #expect(statistics.firstToken != nil)
        #expect(statistics.total == nil)
        #expect(statistics.meanCostNanoUSD == nil)
    }

    @Test("what was stored is read again, and anything else begins anew")
    func octets() throws {
        let (calls, signals) = Self.observations()
        var summary = TargetSummary()
        for call in calls { summary.add(call) }
        for signal in signals { summary.add(signal) }
        let octets = summary.octets
        let read = try #require(octets.withUnsafeBytes { TargetSummary(octets: $0) })
        let (left, right) = (summary.statistics(at: Example.now), read.statistics(at: Example.now))
        #expect(left.successes == right.successes && left.good == right.good)
        #expect(left.total?.p95 == right.total?.p95)
        #expect(abs((left.total?.weight ?? 0) - (right.total?.weight ?? 0)) < 1e-4)
        for count in 0..<octets.count {
            #expect(Array(octets[..<count]).withUnsafeBytes { TargetSummary(octets: $0) } == nil)
        }
        #expect(([9] + octets.dropFirst()).withUnsafeBytes { TargetSummary(octets: $0) } == nil)
    }
}
