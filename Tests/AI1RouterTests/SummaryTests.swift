import AI1Core
import AI1Router
import Testing

@Suite("The sentence about a decision")
struct SummaryTests {
    private func summary(_ candidates: [Candidate], _ objective: Objective = .balanced, difficulty: Double = 0.5)
        -> String
    {
        Router.decide(
            features: features(difficulty: difficulty), candidates: candidates,
            preferences: RoutePreferences(objective: objective)
        ).summary
    }

    @Test("it says what was gained and at what price")
    func balanced() {
        let strong = candidate("strong", input: 10, output: 50, quality: 0.9)
        let mini = candidate("mini", input: 3, output: 20, quality: 0.85)
        #expect(summary([strong, mini]) == "mini: quality is close to the best at less than half the price.")
        let tiny = candidate("tiny", input: 0, output: 1, quality: 0.6)
        #expect(
            summary([strong, tiny], difficulty: 0.3)
                == "tiny: less quality than strong, but at less than a tenth of the price.")
        let good = candidate("good", input: 0, output: 1, quality: 0.95)
        #expect(summary([strong, good]) == "good: the best quality, and none costs less.")
        let swift = candidate("swift", input: 10, output: 50, quality: 0.89, first: 100, rate: 1_000)
        #expect(summary([strong, swift]) == "swift: quality is close to the best in less than half the time.")
        #expect(summary([strong, tiny], difficulty: 1) == "strong: no other is expected to answer better.")
    }

    @Test("each objective has its own sentence")
    func objectives() {
        let pair = [candidate("a", quality: 0.9), candidate("b", input: 2)]
        #expect(summary(pair, .cheapest) == "a: no other is expected to cost less.")
        #expect(summary(pair, .fastest) == "a: no other is expected to finish sooner.")
        #expect(summary(pair, .best) == "a: no other is expected to answer better.")
        #expect(summary([candidate("z", input: 0, output: 0), pair[0]], .cheapest) == "z: costs nothing.")
        #expect(
            summary([candidate("y", known: false), candidate("x", known: false)], .cheapest)
                == "x: no candidate's price is known.")
    }

    @Test("the provider is named when two serve the model")
    func twoProviders() {
        let pair = [candidate("a", provider: "p"), candidate("a", provider: "q", input: 9)]
        #expect(summary(pair, .cheapest) == "p/a: no other is expected to cost less.")
    }

    @Test("when none or one may serve it says so")
    func few() {
        #expect(summary([]) == "There are no candidates.")
        #expect(summary([candidate("a")]) == "a: the only one that may serve.")
        let refused = [
            candidate("a", access: .noKey(remedy: "")), candidate("b", access: .noKey(remedy: "")),
            candidate("c", health: .missing),
        ]
        #expect(summary(refused) == "No candidate may serve: 2 without a key, 1 not known to their provider.")
    }

    @Test("in every balanced case it holds")
    func holds() {
        var random = SplitMix(state: 77)
        for round in 2..<400 {
            let decision = Router.decide(
                features: randomFeatures(&random), candidates: randomCandidates(round % 30 + 2, &random),
                preferences: RoutePreferences())
            guard decision.ranked.count > 1, let first = decision.ranked.first?.prediction else { continue }
            let best = decision.ranked.map(\.prediction.quality).max() ?? 0
            let text = decision.summary
            if text.contains("close to the best") { #expect(first.quality >= 0.9 * best && first.quality < best) }
            if text.contains("less quality") { #expect(first.quality < 0.9 * best) }
            if text.contains("answer better") || text.contains("the best quality") { #expect(first.quality == best) }
            if text.contains("price") || text.contains("no cost") {
                let dearest = decision.ranked.compactMap(\.prediction.cost).max()
                #expect((first.cost ?? .zero) < (dearest ?? .zero))
            }
        }
    }
}
