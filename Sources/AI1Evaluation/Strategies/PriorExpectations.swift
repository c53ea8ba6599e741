internal import AI1Core
internal import AI1Router

/// What the router itself expects without any experience: it is asked about every prompt, with catalogue rows in the
/// place of the models of the data.
enum PriorExpectations {
    /// - Parameter rows: one for each model of the table, in that order
    static func make(_ table: OutcomeTable, rows: [ModelRow]) -> Expectations {
        let candidates = zip(table.models, rows).map { name, row in
            var row = row
            row.name = TargetName(provider: "data", model: name)
            return Candidate(
                row: row, access: .ready, health: .healthy,
                speed: Candidate.Speed(firstTokenMilliseconds: 500, tokensPerSecond: 50))
        }
        let places = Dictionary(uniqueKeysWithValues: table.models.enumerated().map { ($0.element, $0.offset) })
        var expected = Expectations(prompts: table.prompts.count, models: table.models.count)
        // A model that the router would not ask (its window is too small) is never worth its money.
        expected.cost = expected.cost.map { _ in .greatestFiniteMagnitude }
        for (prompt, record) in table.prompts.enumerated() {
            let decision = Router.decide(
                features: record.request, candidates: candidates, preferences: RoutePreferences(objective: .best),
                options: Router.Options(pinned: true))
            for ranked in decision.ranked {
                guard let place = places[ranked.row.name.model], let cost = ranked.prediction.cost else { continue }
                expected.quality[prompt * table.models.count + place] = ranked.prediction.quality
                expected.cost[prompt * table.models.count + place] = Double(cost.amount) * 1_000
            }
        }
        return expected
    }
}
