internal import AI1Core
internal import AI1History
internal import AI1Router
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Composition {
    /// What has been learned that bears on a request. A history that is not there, or cannot be read, has taught nothing.
    /// - Parameter prompt: what the user says, for a trained predictor
    func knowledge(_ task: TaskKind, _ prompt: String) -> RouteKnowledge {
        var knowledge = RouteKnowledge(task: task, learns: settings.routing.learns.value)
        if let predictor = predictor() { knowledge.expected = predictor.predictions(for: prompt, task: task) }
        guard settings.history.keepsStatistics.value, access(historyDesk.path, F_OK) == 0,
            let statistics = try? openHistory().snapshot(at: context.clock.now)
        else { return knowledge }
        knowledge.statistics = statistics
        return knowledge
    }

    /// The trained predictor, when one is installed and was better than the prompt's length on what it had not seen.
    private func predictor() -> QualityPredictor? {
        guard access(paths.predictorFile, F_OK) == 0 else { return nil }
        do {
            let bytes = try InputFile.read(paths.predictorFile, limit: PredictorFile.maximumBytes)
            let predictor = try QualityPredictor.load(bytes)
            return predictor.evidence.beatsLength ? predictor : nil
        } catch {
            let problem = (error as? any AI1Error)?.message ?? "it cannot be read"
            try? context.errors.line("ai1: the predictor is not used: \(problem)")
            return nil
        }
    }

    /// Adds words about the quality of answers, each of the request that it is about.
    /// - Throws: `HistoryError`, `SettingsError`
    func learn(_ signals: [(RequestID, QualitySignal)]) throws {
        guard settings.history.keepsStatistics.value, !signals.isEmpty else { return }
        let history = try openHistory()
        for (request, signal) in signals { try history.add(signal, request: request, day: day(of: signal.time)) }
    }
}
