internal import AI1Core
internal import AI1Router

/// What has been learned that bears on one request.
struct RouteKnowledge: Sendable {
    var task: TaskKind
    var statistics = StatisticsSnapshot()
    /// Whether ratings and other signals move the choice.
    var learns = true

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
