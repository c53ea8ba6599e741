internal import AI1Core
internal import AI1History
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Composition {
    /// What has been learned that bears on a request. A history that is not there, or cannot be read, has taught nothing.
    func knowledge(_ task: TaskKind) -> RouteKnowledge {
        var knowledge = RouteKnowledge(task: task, learns: settings.routing.learns.value)
        guard settings.history.keepsStatistics.value, access(historyFile, F_OK) == 0,
            let statistics = try? openHistory().snapshot(at: context.clock.now)
        else { return knowledge }
        knowledge.statistics = statistics
        return knowledge
    }

    /// Adds words about the quality of answers, each of the request that it is about.
    /// - Throws: `HistoryError`, `SettingsError`
    func learn(_ signals: [(RequestID, QualitySignal)]) throws {
        guard settings.history.keepsStatistics.value, !signals.isEmpty else { return }
        let history = try openHistory()
        for (request, signal) in signals { try history.add(signal, request: request, day: day(of: signal.time)) }
    }
}
