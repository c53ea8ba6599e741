import AI1Evaluation
import Testing

/// A file so small that every figure can be worked out on paper.
@Suite("An evaluation worked out by hand")
struct HandComputedTests {
    /// | prompt | octets | cheap | strong | gain |
    /// |---|---|---|---|---|
    /// | p1 | 4 | 1 | 1 | 0 |
    /// | p2 | 8 | ½ | 1 | ½ |
    /// | p3 | 12 | 0 | 1 | 1 |
    /// | p4 | 16 | ½ | 0 | −½ |
    ///
    /// Means: cheap ½ at $0.001, strong ¾ at $0.004; in pico-dollars 1e9 and 4e9.
    private static let csv = """
        model,score,id,prompt,task,cost_usd
        cheap,1,p1,aaaa,chat,0.001
        strong,1,p1,,chat,0.004
        cheap,0.5,p2,bbbbbbbb,chat,0.001
        strong,1.0,p2,bbbbbbbb,chat,0.004
        cheap,0,p3,cccccccccccc,chat,1e-3
        strong,1,p3,,chat,4e-3
        strong,0,p4,dddddddddddddddd,chat,0.004
        cheap,.5,p4,,chat,0.001
        """

    private func report(_ options: Evaluation.Options = .init()) async throws -> EvaluationReport {
        var options = options
        options.resamples = 0
        return try await Evaluation.run(try outcomes(Self.csv), options)
    }

    private func row(_ name: StrategyName, _ report: EvaluationReport) throws -> EvaluationReport.Row {
        try #require(report.rows.first { $0.name == name })
    }

    private func near(_ left: Double?, _ right: Double) -> Bool { left.map { ($0 - right).magnitude < 1e-12 } ?? false }

    @Test("The models' means are exact")
    func models() async throws {
        let report = try await report()
        #expect(report.prompts == 4 && report.models.map(\.name) == ["cheap", "strong"])
        #expect(report.models.map(\.quality) == [0.5, 0.75])
        #expect(report.models.map(\.costPicoUSD) == [1_000_000_000, 4_000_000_000])
        #expect(report.models.map(\.totalPicoUSD) == [4_000_000_000, 16_000_000_000])
        #expect(report.cheapest == "cheap" && report.dearest == "strong" && report.best == "strong")
        #expect(report.weak == "cheap" && report.strong == "strong")
        #expect(report.rows.map(\.name) == [.random, .length, .cheapestFixed, .bestFixed, .oracle])
    }

    @Test("The fixed models are what they are, and have no sweep")
    func fixed() async throws {
        let report = try await report()
        let cheapest = try row(.cheapestFixed, report)
        #expect(cheapest.quality == 0.5 && cheapest.costPicoUSD == 1_000_000_000 && cheapest.model == "cheap")
        let best = try row(.bestFixed, report)
        #expect(best.quality == 0.75 && best.costPicoUSD == 4_000_000_000 && best.model == "strong")
        for row in [cheapest, best] { #expect(row.area == nil && row.difference == nil && row.pair == nil) }
    }

    @Test("Random choice is an expectation, not a draw")
    func random() async throws {
        // (½ + ¾) / 2; (1e9 + 4e9) / 2; a straight line from ½ to ¾ has the mean height ⅝.
        let row = try row(.random, try await report())
        #expect(row.quality == 0.625 && row.costPicoUSD == 2_500_000_000 && near(row.area, 0.625))
        let pair = try #require(row.pair)
        #expect(pair.apgr == 0.5 && pair.curve.share(recovering: 0.8) == 0.8)
    }

    @Test("Length sends p4, p3, p2, p1 to the strong model, in that order")
    func length() async throws {
        let row = try row(.length, try await report())
        // Quality ½, then − ⅛, + ¼, + ⅛, + 0; cost 1e9, then ¾e9 more for each.
        #expect(row.points.map(\.quality) == [0.5, 0.375, 0.625, 0.75, 0.75])
        #expect(row.points.map(\.cost) == [1e9, 1.75e9, 2.5e9, 3.25e9, 4e9])
        #expect(row.quality == 0.75 && row.costPicoUSD == 4_000_000_000)
        // The envelope goes from (1, ½) straight to (3.25, ¾), then flat: (2.25 · ⅝ + 0.75 · ¾) / 3.
        #expect(near(row.area, 0.65625))
        // At the strong model's cost it is the strong model; it is as good from 3.25e9 on.
        #expect(row.difference == 0 && row.matchingCostPicoUSD == 3_250_000_000)
        // PGR at shares 0, ¼, ½, ¾, 1: gains −½, 1, ½, 0 of 1 in all.
        let pair = try #require(row.pair)
        #expect(pair.curve.corners.map(\.recovered) == [0, -0.5, 0.5, 1, 1])
        #expect(pair.curve.corners.map(\.share) == [0, 0.25, 0.5, 0.75, 1])
        // ¼ · (−¼ + 0 + ¾ + 1)
        #expect(pair.apgr == 0.375)
        #expect(pair.curve.share(recovering: 0.5) == 0.5)
        // Between ½ and ¾ it rises from ½ to 1: 0.3 of 0.5 of the way.
        #expect(near(pair.curve.share(recovering: 0.8), 0.65))
        #expect(pair.curve.recovered(at: 0.125) == -0.25 && pair.curve.recovered(at: 1) == 1)
    }

    @Test("The oracle pays for the strong model where it gains, the largest gain first")
    func oracle() async throws {
        let row = try row(.oracle, try await report())
        // p3 (+1), then p2 (+½); p1 gains nothing and p4 would lose.
        #expect(row.points.map(\.quality) == [0.5, 0.75, 0.875])
        #expect(row.points.map(\.cost) == [1e9, 1.75e9, 2.5e9])
        #expect(row.quality == 0.875 && row.costPicoUSD == 2_500_000_000)
        // (0.75 · 0.625 + 0.75 · 0.8125 + 1.5 · 0.875) / 3
        #expect(near(row.area, 0.796875))
        #expect(row.difference == 0.125 && row.matchingCostPicoUSD == 1_750_000_000)
        // Order p3, p2, p1, p4: PGR 1, 1½, 1½, 1; ¼ · (½ + 1¼ + 1½ + 1¼).
        let pair = try #require(row.pair)
        #expect(pair.apgr == 1.125 && pair.curve.share(recovering: 0.5) == 0.125)
    }

    @Test("A model can be asked for by its name, and stands last")
    func named() async throws {
        var options = Evaluation.Options()
        options.strategies = ["strong", "length", "strong"]
        let report = try await report(options)
        #expect(report.rows.map(\.name.text).last == "strong" && report.rows.count == 6)
        #expect(report.rows.filter(\.isAsked).map(\.name) == [.length, .model("strong")])
    }

    @Test("A verdict says in one sentence what a router is worth")
    func verdicts() async throws {
        #expect(try await report().verdicts == ["length is no better than the best fixed model, strong."])
    }

    @Test("Equal lengths share their calls: the order of rows does not matter")
    func ties() async throws {
        let csv = """
            id,prompt,task,model,score,cost_usd
            a,xxxx,chat,w,0,1
            a,,chat,s,1,2
            b,yyyy,chat,w,0,1
            b,,chat,s,0,2
            """
        var options = Evaluation.Options()
        options.resamples = 0
        let report = try await Evaluation.run(try outcomes(csv), options)
        let row = try row(.length, report)
        // Both go over together: half the calls recover half the gap.
        #expect(row.points.count == 2)
        #expect(row.pair?.apgr == 0.5 && row.pair?.curve.recovered(at: 0.25) == 0.25)
    }
}
