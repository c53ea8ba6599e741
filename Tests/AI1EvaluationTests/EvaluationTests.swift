import AI1Core
import AI1Evaluation
import AI1Router
import Testing

@Suite("Evaluating strategies", .serialized)
struct EvaluationTests {
    private func options(_ resamples: Int = 100) -> Evaluation.Options {
        var options = Evaluation.Options()
        options.resamples = resamples
        options.trainer = .small
        return options
    }

    private func row(_ name: StrategyName, _ report: EvaluationReport) throws -> EvaluationReport.Row {
        try #require(report.rows.first { $0.name == name })
    }

    @Test("A predictor that knows something beats chance, length and the best model")
    func predictor() async throws {
        let table = try outcomes(World(.topics, prompts: 400, seed: 21, split: true).csv)
        let report = try await Evaluation.run(table, options())
        #expect(report.prompts == 200 && report.trainedOn == 200 && report.notes.isEmpty)
        let predictor = try row(.predictor, report)
        let oracle = try row(.oracle, report)
        let area = try #require(predictor.area)
        for name in [StrategyName.length, .random] {
            let other = try row(name, report)
            #expect(area > other.area ?? 1, "\(name)")
        }
        let best = try row(.bestFixed, report)
        #expect(area < oracle.area ?? 0 && predictor.quality > best.quality)
        #expect((predictor.pair?.apgr ?? 0) > 0.55 && (predictor.differenceInterval?.low ?? 0) > 0)
        #expect(report.verdicts.contains { $0.hasPrefix("predictor beats the best fixed model, large: +") })
        // Intervals hold the figures that they belong to.
        for row in report.rows {
            let interval = try #require(row.qualityInterval)
            #expect(interval.low <= row.quality && row.quality <= interval.high)
        }
    }

    @Test("A router that was trained on the contrary loses, and says so in one sentence")
    func losing() async throws {
        // The models change places between training and test.
        let training = World(.topics, prompts: 200, seed: 22).csv
        let swapped = training.split(separator: "\n", omittingEmptySubsequences: true).map { line in
            line.contains(",small,")
                ? line.split(separator: ",small,").joined(separator: ",large,")
                : line.split(separator: ",large,").joined(separator: ",small,")
        }
        var options = options()
        options.training = try outcomes(swapped.joined(separator: "\n"), wantsFeatures: true)
        options.strategies = ["predictor"]
        let table = try outcomes(World(.topics, prompts: 200, seed: 23).csv, wantsFeatures: true)
        let report = try await Evaluation.run(table, options)
        let sentence = report.verdicts.first { $0.hasPrefix("predictor") } ?? ""
        #expect(sentence.hasPrefix("predictor loses to the best fixed model, large: -"), "\(report.verdicts)")
        let predictor = try row(.predictor, report)
        #expect((predictor.pair?.apgr ?? 1) < 0.5)
    }

    @Test("The same seed gives the same intervals, another seed others")
    func seeds() async throws {
        let table = try outcomes(World(.noise, prompts: 100, seed: 24).csv)
        func intervals(_ seed: UInt64) async throws -> [Interval?] {
            var options = options()
            options.seed = seed
            return try await Evaluation.run(table, options).rows.map(\.qualityInterval)
        }
        let first = try await intervals(1)
        let (again, others) = (try await intervals(1), try await intervals(2))
        #expect(again == first && others != first)
    }

    @Test("Prompts that lack an outcome are counted, named and left out")
    func incomplete() async throws {
        let csv = """
            id,prompt,task,model,score,cost_usd
            a,x,chat,m,1,1
            a,,chat,n,1,2
            b,y,chat,m,0,1
            b,,chat,n,1,2
            c,z,chat,m,1,1
            """
        let report = try await Evaluation.run(try outcomes(csv), options(0))
        #expect(report.prompts == 2)
        #expect(report.notes == ["1 of 3 prompts lack the outcome of a model (n: 1) and are left out."])
        let fewer = csv.split(separator: "\n").filter { !$0.hasPrefix("b,,") }.joined(separator: "\n")
        let error = await #expect(throws: EvaluationError.self) {
            try await Evaluation.run(try outcomes(fewer), options(0))
        }
        #expect(error?.message == "only 1 of 3 prompts have an outcome of every model; n lacks 2")
    }

    @Test("What is tested is never trained on")
    func overlap() async throws {
        let table = try outcomes(World(.topics, prompts: 100, seed: 25).csv, wantsFeatures: true)
        var same = options(0)
        same.training = table
        let error = await #expect(throws: EvaluationError.self) { try await Evaluation.run(table, same) }
        #expect(error?.code == .sameData)
        // Half of the training prompts are tested.
        var half = options(0)
        half.training = table
        let report = try await Evaluation.run(table.selecting(Array(0..<50)), half)
        #expect(report.trainedOn == 50)
        #expect(
            report.notes.contains("50 of 100 training prompts are among those tested and are not trained on."),
            "\(report.notes)")
    }

    @Test("What cannot be is refused with what to do")
    func impossible() async throws {
        let table = try outcomes(World(.noise, prompts: 50, seed: 26).csv)
        func error(_ change: (inout Evaluation.Options) -> Void) async -> EvaluationError? {
            var options = options(0)
            change(&options)
            return await #expect(throws: EvaluationError.self) { try await Evaluation.run(table, options) }
        }
        let predictor = await error { $0.strategies = ["predictor"] }
        #expect(predictor?.message == "predictor needs prompts to train on" && predictor?.hint?.isEmpty == false)
        let prior = await error { $0.strategies = ["prior"] }
        #expect(prior?.message == "the catalogue has no model called large, small")
        let unknown = await error { $0.strategies = ["best"] }
        #expect(unknown?.code == .unknownName && unknown?.hint?.contains("best-fixed") == true)
        let model = await error { ($0.weak, $0.strong) = ("small", "larger") }
        #expect(model?.hint == "it has: large, small")
        let same = await error { ($0.weak, $0.strong) = ("small", "small") }
        #expect(same?.code == .impossible)
        let reversed = await error { ($0.weak, $0.strong) = ("large", "small") }
        #expect(reversed?.message.hasPrefix("small is not better than large") == true)
    }

    @Test("The router's prior is its own expectation of catalogue rows, and needs a row for every model")
    func prior() async throws {
        let csv = """
            id,prompt,task,model,score,cost_usd
            a,hi,chat,m,1,0.001
            a,,chat,n,1,0.002
            b,prove by induction that every tree with n nodes has n-1 edges,math,m,0,0.001
            b,,math,n,1,0.002
            """
        var options = options(0)
        options.row = { name in
            let price: Int64 = name == "m" ? 100_000 : 2_000_000
            var row = ModelRow(
                name: TargetName(provider: "p", model: name), title: name, family: name, dialect: .openAIChat,
                contextTokens: 100_000, maxOutputTokens: 10_000,
                prices: PriceTable(
                    base: TokenPrices(input: TokenPrice(picoUSD: price), output: TokenPrice(picoUSD: price))))
            row.quality.overall = name == "m" ? 0.5 : 0.9
            return row
        }
        let report = try await Evaluation.run(try outcomes(csv), options)
        let prior = try row(.prior, report)
        // The hard prompt is worth the dear model first; at the sparing end both go to the cheap one.
        #expect(prior.points.map(\.quality) == [0.5, 1, 1], "\(prior.points)")
        #expect(prior.difference == 0)
    }

    @Test("Three models: a ladder leaves out what is dearer and worse")
    func ladder() async throws {
        var csv = "id,prompt,task,model,score,cost_usd\n"
        for (id, text) in [("1", "aaaa"), ("2", "bb")] {
            csv += "\(id),\(text),chat,a,0.25,1\n\(id),,chat,b,0.125,2\n\(id),,chat,c,0.75,3\n"
        }
        let report = try await Evaluation.run(try outcomes(csv), options(0))
        #expect(report.weak == nil && report.rows.allSatisfy { $0.pair == nil })
        let length = try row(.length, report)
        #expect(length.points.map(\.quality) == [0.25, 0.5, 0.75])
        // A straight line from ¼ at the cheapest to ¾ at the dearest.
        let random = try row(.random, report)
        #expect(length.area == 0.5 && random.area == 0.5 && random.quality == 0.375)
    }
}
