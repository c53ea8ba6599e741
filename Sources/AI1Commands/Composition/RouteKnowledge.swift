internal import AI1Core
internal import AI1Router

/// What has been learned that bears on one request.
struct RouteKnowledge: Sendable {
    var task: TaskKind
    var statistics = StatisticsSnapshot()
    /// Whether ratings and other signals move the choice.
    var learns = true
    /// What a trained predictor expects of each model's answer, by the names in its training data.
    var expected: [String: QualityPredictor.Estimate] = [:]

    /// What the predictor expects of a row's answer: it may know the model as `provider/model`, by its id, by its family, or by the
    /// id without an organisation.
    func predicted(_ row: ModelRow) -> Candidate.PredictedQuality? {
        guard !expected.isEmpty else { return nil }
        let short = row.name.model.split(separator: "/").last.map(String.init) ?? row.name.model
        for name in [row.name.description, row.name.model, row.family, short] {
            guard let estimate = expected[name] else { continue }
            return Candidate.PredictedQuality(quality: estimate.quality, deviation: estimate.deviation)
        }
        return nil
    }

    /// What was measured at a target.
    func measured(_ target: TargetName) -> TargetStatistics? {
        guard var measured = statistics.measured(target, at: task) else { return nil }
        if !learns {
            measured.good = 0
            measured.bad = 0
        }
        return measured
    }
}
