import AI1Core
import AI1Router
import FoundationEssentials
import Testing

/// `AI1_SEEDS=1...200 swift test --filter LearningTests` takes other seeds.
@Suite("Learning in a made world")
struct LearningTests {
    private static let seeds: ClosedRange<UInt64> = {
        let words = (ProcessInfo.processInfo.environment["AI1_SEEDS"] ?? "1...20").split(separator: ".")
        guard let first = words.first.flatMap({ UInt64($0) }), let last = words.last.flatMap({ UInt64($0) }),
            first < last
        else { return 1...20 }
        return first...last
    }()

    private struct Runs {
        let regret: Interval
        let late: Interval
        let explored: Interval

        init(share: Double, hasFeedback: Bool) {
            let outcomes = LearningTests.seeds.map { World(seed: $0).run(share: share, hasFeedback: hasFeedback) }
            regret = Interval(outcomes.map(\.regret))
            late = Interval(outcomes.map { $0.lateReward / $0.lateBest })
            explored = Interval(outcomes.map { Double($0.explored) / Double(World.requests) })
        }

        func tell(_ name: String) {
            print("\(name): regret \(regret), last 500 beside the oracle \(late), explored \(explored)")
        }
    }

    @Test("with feedback and free exploration it beats the best fixed target and comes near the oracle")
    func learns() {
        let fixed = Interval(Self.seeds.map { World(seed: $0).bestFixedRegret })
        print("best fixed target: regret \(fixed)")
        let runs = Runs(share: 1, hasFeedback: true)
        runs.tell("learned, free exploration")
        #expect(runs.regret.high < fixed.low)
        #expect(runs.late.low >= 0.95)
    }

    @Test("within the usual bound it explores at most so much, and still gains")
    func bounded() {
        let fixed = Interval(Self.seeds.map { World(seed: $0).bestFixedRegret })
        let runs = Runs(share: 0.05, hasFeedback: true)
        runs.tell("learned, 5 % exploration")
        #expect(runs.explored.high <= 0.05)
        #expect(runs.regret.mean < fixed.mean)
    }

    @Test("without feedback there is no such gain")
    func withoutFeedback() {
        let fixed = Interval(Self.seeds.map { World(seed: $0).bestFixedRegret })
        for share in [1, 0.05] {
            let runs = Runs(share: share, hasFeedback: false)
            runs.tell("feedback withheld, \(share == 1 ? "free" : "5 %") exploration")
            #expect(runs.regret.low > fixed.mean)
            #expect(runs.late.high < 0.8)
        }
    }

    @Test("the same seed gives the same decisions")
    func reproducible() {
        let world = World(seed: 7)
        #expect(world.run(share: 1, hasFeedback: true).regret == world.run(share: 1, hasFeedback: true).regret)
        #expect(world.run(share: 1, hasFeedback: true).regret != World(seed: 8).run(share: 1, hasFeedback: true).regret)
    }
}
