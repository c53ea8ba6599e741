import AI1Core
import AI1Router
import Testing

@Suite("The router")
struct RouterTests {
    private func decide(
        _ candidates: [Candidate], _ objective: Objective = .balanced, features given: RequestFeatures = features(),
        options: Router.Options = Router.Options(), change: (inout RoutePreferences) -> Void = { _ in }
    ) -> Decision {
        var preferences = RoutePreferences(objective: objective)
        change(&preferences)
        return Router.decide(features: given, candidates: candidates, preferences: preferences, options: options)
    }

    private func names(_ decision: Decision) -> [String] { decision.ranked.map(\.row.name.model) }

    @Test("a prediction is the catalogue's price times tokens and the speed")
    func prediction() throws {
        let decision = decide(
            [candidate("a", input: 2, output: 10)], features: features(input: 1_000, output: 500, limit: 800))
        let prediction = try #require(decision.ranked.first?.prediction)
        #expect(prediction.cost == NanoUSD(2_000_000 + 5_000_000))
        #expect(prediction.worstCost == NanoUSD(2_000_000 + 8_000_000))
        #expect(prediction.firstTokenMilliseconds == 500 && prediction.totalMilliseconds == 5_500)
        #expect(abs(prediction.quality - 0.8) < 1e-12)
    }

    @Test("without a limit the worst case is the model's own, within its window")
    func worstCase() throws {
        let wide = try #require(decide([candidate("a", output: 10, maxOutput: 3_000)]).ranked.first?.prediction)
        #expect(wide.worstCost == NanoUSD(1_000_000 + 30_000_000))
        let tight = decide([candidate("a", output: 10, context: 2_000, maxOutput: 3_000)])
        #expect(tight.ranked.first?.prediction.worstCost == NanoUSD(1_000_000 + 10_000_000))
        let unknown = decide([candidate("a", output: 10, context: 0, maxOutput: 0)])
        #expect(unknown.ranked.first?.prediction.worstCost == NanoUSD(1_000_000 + 81_920_000))
    }

    @Test("the tier of the input's size is charged")
    func tiers() {
        var tiered = candidate("a", input: 1, output: 1, context: 1_000_000)
        tiered.row.prices.tiers = [
            PriceTier(
                aboveInputTokens: 1_000,
                prices: TokenPrices(input: TokenPrice(picoUSD: 2_000_000), output: TokenPrice(picoUSD: 3_000_000)))
        ]
        #expect(decide([tiered], features: features(input: 1_000)).ranked.first?.prediction.cost == NanoUSD(1_500_000))
        #expect(decide([tiered], features: features(input: 1_001)).ranked.first?.prediction.cost == NanoUSD(3_502_000))
    }

    @Test("quality spreads with difficulty")
    func difficulty() {
        func gap(_ difficulty: Double) -> Double {
            let pair = [candidate("good", quality: 0.9), candidate("poor", quality: 0.5)]
            let qualities = decide(pair, .best, features: features(difficulty: difficulty)).ranked.map(
                \.prediction.quality)
            return qualities[0] - qualities[1]
        }
        #expect(gap(0) == 0)
        #expect(gap(0.2) > 0 && gap(0.5) > gap(0.2) && gap(0.9) > gap(0.5))
    }

    @Test("an easy request goes to a cheap model, a hard one to a strong model")
    func balance() {
        let strong = candidate("strong", input: 5, output: 25, quality: 0.95, first: 900, rate: 60)
        let cheap = candidate("cheap", input: 0, output: 1, quality: 0.5, first: 400, rate: 140)
        #expect(names(decide([strong, cheap], features: features(difficulty: 0.1))) == ["cheap", "strong"])
        #expect(names(decide([strong, cheap], features: features(difficulty: 0.9))) == ["strong", "cheap"])
    }

    @Test("weights decide what balanced means; weights that are no use count as equal")
    func weights() {
        let strong = candidate("strong", input: 5, output: 25, quality: 0.95)
        let cheap = candidate("cheap", input: 0, output: 1, quality: 0.5)
        func first(_ quality: Double, _ cost: Double) -> String? {
            names(
                decide([strong, cheap]) {
                    $0.weights.quality = quality
                    $0.weights.cost = cost
                    $0.weights.speed = 0
                }
            ).first
        }
        #expect(first(1, 0) == "strong")
        #expect(first(0, 1) == "cheap")
        #expect(first(0, 0) == first(-1, .nan))
    }

    @Test("what is equal is ordered by cost, quality, name")
    func ties() {
        let candidates = [
            candidate("d"), candidate("b", provider: "q"), candidate("c"), candidate("a", input: 2),
            candidate("e", quality: 0.9),
        ]
        #expect(names(decide(candidates, .fastest)) == ["e", "c", "d", "b", "a"])
    }

    @Test("a model of unknown price comes last when the cheapest is asked for, and is refused when cost is bounded")
    func unknownPrice() {
        let candidates = [
            candidate("free", input: 0, output: 0, known: false), candidate("dear", input: 50, output: 50),
        ]
        #expect(names(decide(candidates, .cheapest)) == ["dear", "free"])
        let bounded = decide(candidates) { $0.maxCost = NanoUSD(10_000_000_000) }
        #expect(bounded.rejected.map(\.reason) == [.unknownPrice])
        #expect(decide([candidates[0]]).ranked.first?.prediction.cost == nil)
    }

    @Test("a deprecated model serves only when it was named, a schema without enforcement likewise")
    func pinned() {
        let old = candidate("old", status: .deprecated)
        #expect(decide([old]).rejected.map(\.reason) == [.deprecated])
        #expect(names(decide([old], options: Router.Options(pinned: true))) == ["old"])
        var wanted = features()
        wanted.needs.schema = true
        #expect(decide([candidate("plain")], features: wanted).rejected.map(\.reason) == [.noSchema])
        #expect(
            names(decide([candidate("plain")], features: wanted, options: Router.Options(pinned: true))) == ["plain"])
    }

    @Test("an order that was asked for is kept by those that may serve")
    func named() {
        let options = Router.Options(pinned: true, keepsOrder: true)
        let dear = candidate("dear", input: 90, quality: 0.1)
        let chosen = decide([dear, candidate("cheap"), candidate("best", quality: 1)], options: options)
        #expect(names(chosen) == ["dear", "cheap", "best"])
        #expect(chosen.summary == "dear: as asked for.")
        let cooling = candidate("dear", health: .cooling(untilMilliseconds: 9, reason: "429"))
        let other = decide([cooling, candidate("cheap"), candidate("best", quality: 1)], options: options)
        #expect(names(other) == ["cheap", "best"])
        #expect(other.rejected.map(\.reason) == [.cooling(milliseconds: 9, why: "429")])
        #expect(other.summary == "cheap: the first that may serve of those asked for.")
    }

    @Test("a window that is too small says what was needed")
    func window() {
        let decision = decide([candidate("small", context: 1_400)])
        #expect(decision.rejected.map(\.reason) == [.window(needed: 1_500, has: 1_400)])
        #expect(names(decide([candidate("unknown", context: 0)])) == ["unknown"])
        let short = decide([candidate("small", context: 1_400)], features: features(limit: 100))
        #expect(names(short) == ["small"])
        #expect(decide([candidate("a")], features: features(input: .max, output: .max)).ranked.isEmpty)
    }

    @Test("numbers that cannot be do no harm")
    func absurdNumbers() {
        let candidates = [
            candidate("a", input: .max / 1_000_000, output: .max / 1_000_000, context: 0, maxOutput: 0),
            candidate("b", quality: .nan, first: .nan, rate: 0),
            candidate("c", quality: 7, first: -.infinity, rate: -3),
            candidate("d", first: .infinity, rate: .infinity),
        ]
        for objective in Objective.allCases {
            let odd = features(difficulty: .nan, input: 1_000_000_000_000, output: -5)
            for decision in [decide(candidates, objective), decide(candidates, objective, features: odd)] {
                for ranked in decision.ranked {
                    #expect((0...1).contains(ranked.score) && (0...1).contains(ranked.prediction.quality))
                    #expect(ranked.prediction.totalMilliseconds.isFinite && ranked.prediction.totalMilliseconds >= 0)
                    #expect((ranked.prediction.cost ?? .zero) >= .zero)
                }
            }
        }
    }
}
