import AI1Core
import AI1Router
import Testing

@Suite("Exploration")
struct ExplorationTests {
    /// How often each model comes first in so many decisions with different seeds.
    private func firsts(
        _ candidates: [Candidate], share: Double, costFactor: Double = 2, rounds: Int = 2_000
    ) -> (counts: [String: Int], explored: Int) {
        var counts: [String: Int] = [:]
        var explored = 0
        for seed in 0..<rounds {
            var preferences = RoutePreferences(objective: .best)
            preferences.exploration.share = share
            preferences.exploration.costFactor = costFactor
            preferences.exploration.seed = UInt64(seed)
            let decision = Router.decide(features: features(), candidates: candidates, preferences: preferences)
            counts[decision.ranked[0].row.name.model, default: 0] += 1
            explored += decision.explores ? 1 : 0
        }
        return (counts, explored)
    }

    private let close = [candidate("best", quality: 0.8), candidate("other", quality: 0.75)]

    @Test("nothing is explored unless it is asked for")
    func off() {
        let (counts, explored) = firsts(close, share: 0)
        #expect(counts == ["best": 2_000])
        #expect(explored == 0)
    }

    @Test("no more than the share of requests is explored")
    func share() {
        let (counts, explored) = firsts(close, share: 0.05)
        #expect(counts["other"] == explored)
        #expect(explored > 10 && explored <= 100)
    }

    @Test("a candidate that costs more than the factor allows is never tried")
    func cost() {
        let dear = [candidate("best", output: 10, quality: 0.8), candidate("dear", output: 40, quality: 0.79)]
        #expect(firsts(dear, share: 1).counts == ["best": 2_000])
        #expect(firsts(dear, share: 1, costFactor: 10).counts["dear", default: 0] > 100)
        let unknown = [candidate("best", quality: 0.8), candidate("unpriced", known: false, quality: 0.79)]
        #expect(firsts(unknown, share: 1).counts == ["best": 2_000])
    }

    @Test("what is well known is tried less than what is not")
    func narrows() {
        var known = close
        known[0].measured = TargetStatistics()
        known[0].measured?.good = 160
        known[0].measured?.bad = 40
        known[1].measured = TargetStatistics()
        known[1].measured?.good = 100
        known[1].measured?.bad = 100
        #expect(firsts(known, share: 1).explored < 5)
        #expect(firsts(close, share: 1).explored > 500)
    }

    @Test("an asked-for order is kept")
    func order() {
        var preferences = RoutePreferences()
        preferences.exploration.share = 1
        for seed in 0..<200 {
            preferences.exploration.seed = UInt64(seed)
            let decision = Router.decide(
                features: features(), candidates: close.reversed(), preferences: preferences,
                options: Router.Options(pinned: true, keepsOrder: true))
            #expect(decision.ranked.map(\.row.name.model) == ["other", "best"])
            #expect(!decision.explores)
        }
    }

    @Test("the decision says who is tried and who is expected to serve better")
    func summary() throws {
        var preferences = RoutePreferences(objective: .best)
        preferences.exploration.share = 1
        let decision = try #require(
            (0..<200).lazy.map { seed -> Decision in
                preferences.exploration.seed = UInt64(seed)
                return Router.decide(features: features(), candidates: close, preferences: preferences)
            }.first { $0.explores })
        #expect(decision.summary == "other: tried in order to learn about it; best is expected to serve better.")
    }
}
