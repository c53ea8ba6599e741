internal import AI1Core

extension AskEngine {
    /// Finds a target that answers: each candidate in turn, then, when none can serve, the ones worth another try.
    /// - Throws: `EngineError`, `CancellationError`, what the ledger throws
    func openAnswer(_ run: inout AskRun, _ sink: any AnswerSink) async throws -> OpenedAnswer {
        var targets = run.plan.targets
        if targets.isEmpty { targets = [try await waitForCooling(run, sink)] }
        var retry = 0
        while true {
            let failed = run.faults.count
            if let opened = try await oneRound(targets, &run, sink) { return opened }
            if let refusal = run.refusal { throw creditsError(refusal, run) }
            let worth = run.faults[failed...].filter { $0.fault.kind.rule.retries }
            guard retry < run.plan.policy.retries, let next = soonest(Array(worth), attempt: retry),
                run.mayWait(next.milliseconds, clock)
            else { throw finalError(run) }
            sink.notice(
                .retrying(
                    next.target.row.name, fault: next.fault, afterMilliseconds: next.milliseconds, attempt: retry + 1,
                    of: run.plan.policy.retries))
            try await clock.sleep(milliseconds: next.milliseconds)
            targets = [next.target]
            retry += 1
        }
    }

    private func oneRound(
        _ targets: [PlannedTarget], _ run: inout AskRun, _ sink: any AnswerSink
    ) async throws -> OpenedAnswer? {
        var queue = targets[...]
        while let target = queue.popFirst() {
            guard health.claimTrial(target.healthKey, at: clock.now) else {
                run.faults.append((target, ProviderFault(.rateLimited, message: "another process is trying it again")))
                continue
            }
            let failed = run.faults.count
            do {
                if let opened = try await attempt(target, &queue, &run, sink) { return opened }
            } catch let refused as CandidateRefused {
                // Nothing was sent to it: another candidate may be cheaper, or have a budget of its own.
                health.record(.released, for: target.healthKey, at: clock.now)
                run.refusal = (target, refused.error)
                if let next = queue.first {
                    sink.notice(.skipped(target.row.name, reason: refused.error.message, next: next.row.name))
                }
                continue
            } catch {
                health.record(.released, for: target.healthKey, at: clock.now)
                throw error
            }
            guard let last = run.faults.last, run.faults.count > failed else { continue }
            let mustStop = run.plan.policy.sendsOnce && last.fault.leavesOutcomeOpen
            guard last.fault.kind.rule.fallsBack, !mustStop else { throw finalError(run) }
            queue = queue.filter { run.mayFollow(last.fault, from: last.target, to: $0) }[...]
            if let next = queue.first {
                sink.notice(.fallingBack(from: last.target.row.name, fault: last.fault, to: next.row.name))
            } else if targets.count > 1 {
                sink.notice(.failed(last.target.row.name, last.fault))
            }
        }
        return nil
    }

    /// Remembers what a fault says about its target.
    func observe(_ fault: ProviderFault, _ target: PlannedTarget) {
        let now = clock.now
        let observation: HealthObservation =
            switch fault.kind.rule.coolDown {
            case .none: .released
            case .missing: .missing
            case .afterFailures: .failed(fault.kind)
            case .fixed(let milliseconds):
                .cooling(until: now.advanced(byMilliseconds: milliseconds), reason: fault.kind.words)
            case .retryAfter(let otherwise):
                .cooling(
                    until: now.advanced(
                        byMilliseconds: min(
                            fault.retryAfterMilliseconds ?? otherwise, TargetHealth.longestCoolMilliseconds)),
                    reason: fault.status.map(String.init) ?? fault.kind.words)
            }
        health.record(observation, for: target.healthKey, at: now)
    }

    /// The target that may be tried again first, and when.
    private func soonest(
        _ faults: [(target: PlannedTarget, fault: ProviderFault)], attempt: Int
    ) -> (target: PlannedTarget, fault: ProviderFault, milliseconds: Int64)? {
        faults.map { target, fault in
            (target, fault, fault.retryAfterMilliseconds ?? Backoff.milliseconds(attempt: attempt, random: random))
        }.min { $0.2 < $1.2 }
    }

    private func waitForCooling(_ run: AskRun, _ sink: any AnswerSink) async throws -> PlannedTarget {
        guard let first = run.plan.cooling.min(by: { $0.milliseconds < $1.milliseconds }) else {
            throw EngineError(.noCandidate, message: "no model can serve this request", hint: "ai1 route explain")
        }
        guard run.mayWait(first.milliseconds, clock) else {
            let seconds = (first.milliseconds + 999) / 1_000
            throw EngineError(
                .allFailed(.tryLater), message: "\(first.target.row.name) is cooling down for \(seconds) s",
                hint: "try again later, wait for it with --deadline, or name others with --fallback")
        }
        sink.notice(.waiting(first.target.row.name, milliseconds: first.milliseconds))
        try await clock.sleep(milliseconds: first.milliseconds)
        return first.target
    }
}

extension AskRun {
    /// Whether a candidate may take over after a fault of another.
    func mayFollow(_ fault: ProviderFault, from: PlannedTarget, to: PlannedTarget) -> Bool {
        let sameProvider = from.row.name.provider == to.row.name.provider
        switch fault.kind {
        case .keyRefused, .quotaExhausted, .contentFiltered, .unreachable, .redirected, .refusedLocally:
            return !sameProvider
        case .contextTooLong:
            return to.row.contextTokens == 0 || to.row.contextTokens > from.row.contextTokens
        default: return true
        }
    }
}

/// The error of a request whose last candidate could not be paid for.
private func creditsError(_ refusal: (target: PlannedTarget, error: any AI1Error), _ run: AskRun) -> EngineError {
    let isOnly = run.plan.targets.count <= 1 && run.faults.isEmpty
    return EngineError(
        .credits, message: isOnly ? refusal.error.message : "\(refusal.target.row.name): \(refusal.error.message)",
        hint: refusal.error.hint, underlying: refusal.error.underlying)
}

/// The error of a request that nothing could serve: the one kind that all faults agree on, else `unavailable`.
func finalError(_ run: AskRun) -> EngineError {
    guard let last = run.faults.last else {
        return EngineError(.noCandidate, message: "no model can serve this request", hint: "ai1 route explain")
    }
    let kinds = Set(run.faults.map(\.fault.kind.rule.errorKind))
    let names = Set(run.faults.map(\.target.row.name))
    let kind = kinds.count == 1 ? last.fault.kind.rule.errorKind : .unavailable
    let message =
        names.count == 1
        ? "\(last.target.row.name): \(last.fault.text)"
        : "every candidate failed; the last was \(last.target.row.name): \(last.fault.text)"
    return EngineError(
        .allFailed(kind), message: message,
        hint: last.fault.hint ?? last.fault.kind.hint(provider: last.target.row.name.provider),
        underlying: last.fault.underlying)
}
