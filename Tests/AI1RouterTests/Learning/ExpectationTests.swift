import AI1Core
import AI1Router
import Testing

@Suite("What was measured")
struct ExpectationTests {
    private func prediction(_ candidate: Candidate, difficulty: Double = 0.5) throws -> Prediction {
        let decision = Router.decide(
            features: features(difficulty: difficulty), candidates: [candidate], preferences: RoutePreferences())
        return try #require(decision.ranked.first?.prediction)
    }

    private func measured(_ change: (inout TargetStatistics) -> Void) -> Candidate {
        var result = candidate("a", quality: 0.8, first: 500, rate: 100)
        var statistics = TargetStatistics()
        change(&statistics)
        result.measured = statistics
        return result
    }

    @Test("without it the catalogue's word stands")
    func nothing() throws {
        let prediction = try prediction(candidate("a", quality: 0.8, first: 500, rate: 100))
        #expect(abs(prediction.quality - 0.8) < 1e-9)
        #expect(prediction.totalMilliseconds == 5_500)
        #expect(abs(prediction.success - 0.97) < 1e-9)
        #expect(prediction.calls == 0)
    }

    @Test("ratings move quality from the prior, worth four of them, to their mean")
    func ratings() throws {
        let four = try prediction(measured { $0.bad = 4 })
        #expect(abs(four.quality - 0.4) < 1e-9)
        let many = try prediction(measured { $0.good = 996 })
        #expect(abs(many.quality - (3.2 + 996) / 1_000) < 1e-9)
        #expect(many.qualityDeviation < four.qualityDeviation)
    }

    @Test("a target that fails three calls in ten loses quality and time by it")
    func failures() throws {
        let prediction = try prediction(
            measured {
                $0.successes = 70
                $0.failures = 30
            })
        #expect(abs(prediction.success - 79.7 / 110) < 1e-9)
        #expect(abs(prediction.totalMilliseconds - 5_500 * 0.97 / (79.7 / 110)) < 1e-6)
        #expect(prediction.calls == 100)
    }

    @Test("measured speed replaces the typical one as calls grow")
    func speed() throws {
        let few = try prediction(
            measured { $0.firstToken = TargetStatistics.Quantiles(weight: 3, p50: 2_000, p95: 3_000) })
        #expect(abs(few.firstTokenMilliseconds - 1_000) < 1e-6)
        let many = try prediction(
            measured {
                $0.firstToken = TargetStatistics.Quantiles(weight: 1e6, p50: 2_000, p95: 3_000)
                $0.tokensPerSecond = 10
                $0.speedWeight = 1e6
            })
        #expect(abs(many.firstTokenMilliseconds - 2_000) < 1)
        #expect(abs(many.totalMilliseconds - 52_000) < 10)
    }

    @Test("numbers that cannot be true change nothing into nonsense")
    func hostile() throws {
        for wrong in [Double.nan, .infinity, -5] {
            let prediction = try prediction(
                measured {
                    $0.good = wrong
                    $0.bad = wrong
                    $0.successes = wrong
                    $0.failures = wrong
                    $0.firstToken = TargetStatistics.Quantiles(weight: wrong, p50: wrong, p95: wrong)
                    $0.total = TargetStatistics.Quantiles(weight: wrong, p50: wrong, p95: wrong)
                    $0.tokensPerSecond = wrong
                    $0.speedWeight = wrong
                })
            #expect((0...1).contains(prediction.quality) && (0...1).contains(prediction.success))
            #expect(prediction.totalMilliseconds.isFinite && prediction.slowMilliseconds.isFinite)
        }
    }

    @Test("a trained predictor's word counts as much as it is sure of")
    func predictor() throws {
        var sure = candidate("a", quality: 0.8)
        sure.predicted = Candidate.PredictedQuality(quality: 0.3, deviation: 0.05)
        #expect(abs(try prediction(sure).quality - 0.3) < 1e-9)
        var unsure = sure
        unsure.predicted?.deviation = 0.4
        for index in [0, 1] {
            sure.measured = TargetStatistics()
            sure.measured?.good = 10 * Double(index)
            unsure.measured = sure.measured
        }
        #expect(try prediction(sure).quality < prediction(unsure).quality)
    }
}
