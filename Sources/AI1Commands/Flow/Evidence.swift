internal import AI1Core
internal import AI1Engine
internal import AI1History

/// What a request that is over shows about the targets that were tried.
struct Evidence {
    let attempts: [RequestRecord.Attempt]
    let observations: [AttemptObservation]
    let signals: [QualitySignal]

    init(_ finished: HistoryRecording.Finished) {
        let outcome = finished.outcome
        let isOffline = !outcome.attempts.isEmpty && outcome.attempts.allSatisfy { $0.fault?.kind == .unreachable }
        var attempts: [RequestRecord.Attempt] = []
        var observations: [AttemptObservation] = []
        for (index, attempt) in outcome.attempts.enumerated() {
            let isServing = index == outcome.attempts.count - 1 && attempt.target == outcome.target
            let first = attempt.firstTokenMilliseconds
            attempts.append(
                RequestRecord.Attempt(
                    target: attempt.target, fault: attempt.fault?.kind, status: attempt.fault?.status,
                    message: attempt.fault?.message, usage: attempt.usage, cost: attempt.cost,
                    firstTokenMilliseconds: first, totalMilliseconds: attempt.milliseconds))
            observations.append(
                AttemptObservation(
                    target: attempt.target, task: finished.task, time: finished.ended,
                    result: isOffline ? .cancelled : Self.result(of: attempt, isServing: isServing, outcome),
                    fault: attempt.fault?.kind, firstTokenMilliseconds: first,
                    totalMilliseconds: attempt.milliseconds, inputTokens: attempt.usage?.input ?? 0,
                    outputTokens: attempt.usage?.output ?? 0, cost: attempt.cost))
        }
        self.attempts = attempts
        self.observations = observations
        signals = Self.signals(finished)
    }

    /// What something says beside a rating of the user's, which counts 1.
    static func weight(_ source: QualitySignal.Source) -> Double {
        switch source {
        case .rating, .vote: 1
        case .refused, .mismatch: 0.5
        case .retried: 0.3
        case .cut: 0.25
        case .match: 0.2
        case .expected: 0.1
        }
    }

    static func signal(
        _ source: QualitySignal.Source, _ target: TargetName, _ task: TaskKind, at time: Timestamp
    ) -> QualitySignal {
        QualitySignal(
            target: target, task: task, time: time, source: source, reward: source == .match ? 1 : 0,
            weight: weight(source))
    }

    private static func signals(_ finished: HistoryRecording.Finished) -> [QualitySignal] {
        guard let target = finished.outcome.target else { return [] }
        var sources: [QualitySignal.Source] = []
        switch HistoryRecording.state(finished.outcome) {
        case .refused: sources.append(.refused)
        // A file that could not be written to cuts no answer.
        case .cut where finished.outcome.attempts.last?.fault.map({ isItsOwn($0.kind) }) ?? false: sources.append(.cut)
        case .complete, .incomplete, .cut, .cancelled, .failed: break
        }
        if let fits = finished.fitsSchema { sources.append(fits ? .match : .mismatch) }
        let signals = sources.map { signal($0, target, finished.task, at: finished.ended) }
        return signals.isEmpty ? [expected(target, finished)].compactMap(\.self) : signals
    }

    /// Without it only complaints would count, and what is asked most would look worst: an answer that nobody complains about
    /// confirms what was expected, and makes a complaint weigh less.
    private static func expected(_ target: TargetName, _ finished: HistoryRecording.Finished) -> QualitySignal? {
        guard HistoryRecording.state(finished.outcome) == .complete,
            let quality = finished.decision?.ranked.first(where: { $0.row.name == target })?.prediction.quality
        else { return nil }
        var signal = signal(.expected, target, finished.task, at: finished.ended)
        signal.reward = quality
        return signal
    }

    private static func result(
        of attempt: AttemptRecord, isServing: Bool, _ outcome: AskOutcome
    ) -> AttemptObservation.Result {
        guard let fault = attempt.fault else {
            // One that was given up for a faster one has no fault, and the answer is not its own.
            guard isServing else { return .cancelled }
            switch outcome.error?.code {
            case nil, .incomplete: return .succeeded
            case .filtered: return .refused
            case .cancelled, .readerGone, .writeFailed: return .cancelled
            case .cut, .allFailed, .noCandidate, .noKey, .nothingToResume, .credits: return .failed
            }
        }
        if fault.kind == .contentFiltered { return .refused }
        guard isItsOwn(fault.kind) else { return .cancelled }
        return isServing && outcome.textBytes > 0 ? .cut : .failed
    }

    /// Whether the target is to blame for a fault: not for the user's key, quota, deadline or words.
    private static func isItsOwn(_ kind: FaultKind) -> Bool {
        switch kind {
        case .keyRefused, .quotaExhausted, .modelNotFound, .badRequest, .contextTooLong, .refusedLocally, .deadline:
            false
        case .contentFiltered, .rateLimited, .transient, .serverError, .unreachable, .slowFirstToken, .stalled, .cut,
            .malformed, .inBandError, .redirected:
            true
        }
    }
}
