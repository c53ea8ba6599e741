internal import AI1Core

/// What a child task of a hedged attempt says.
private enum HedgeEvent: Sendable {
    case slow
    case ended(index: Int, Result<OpenedAnswer, AttemptFailure>)
    case cancelled(index: Int, wasSent: Bool)
}

extension AskEngine {
    /// Tries one target; with hedging a second one, taken from `queue`, when the first token is late. Faults are recorded.
    /// - Returns: nil when everything that was started failed
    func attempt(
        _ target: PlannedTarget, _ queue: inout ArraySlice<PlannedTarget>, _ run: inout AskRun, _ sink: any AnswerSink
    ) async throws -> OpenedAnswer? {
        try await secure(target, &run)
        sink.notice(.started(target.row.name))
        let request = fitted(run.plan.request, to: target.row, sink)
        let remaining = run.remainingMilliseconds(clock)
        guard remaining > 0 else {
            fail(target, AttemptFailure(fault: deadlineFault(run), usage: nil, milliseconds: 0), &run)
            throw finalError(run)
        }
        guard run.plan.policy.hedges, !queue.isEmpty else {
            do {
                switch try await open(target, request, run.plan.policy, remaining: remaining) {
                case .success(let opened): return opened
                case .failure(let failure):
                    fail(target, failure, &run)
                    return nil
                }
            } catch is CancelledBeforeSending {
                throw CancellationError()
            } catch {
                // The provider may have read the input, and charge for it.
                lose(target, nil, isSlow: false, &run)
                throw error
            }
        }
        return try await hedge(target, request, &queue, &run, sink)
    }

    private func hedge(
        _ first: PlannedTarget, _ request: ChatRequest, _ queue: inout ArraySlice<PlannedTarget>, _ run: inout AskRun,
        _ sink: any AnswerSink
    ) async throws -> OpenedAnswer? {
        let policy = run.plan.policy
        let remaining = run.remainingMilliseconds(clock)
        return try await withThrowingTaskGroup(of: HedgeEvent.self) { group in
            var started = [first]
            var running: Set<Int> = [0]
            var winner: OpenedAnswer?
            group.addTask { await event(0, first, request, policy, remaining) }
            group.addTask {
                do { try await clock.sleep(milliseconds: policy.hedgeAfterMilliseconds) } catch {}
                return .slow
            }
            while let event = try await group.next() {
                switch event {
                case .slow:
                    guard winner == nil, !running.isEmpty, let second = queue.first,
                        await mayAlsoStart(second, &run), health.claimTrial(second.healthKey, at: clock.now)
                    else { continue }
                    queue.removeFirst()
                    sink.notice(.hedging(slow: first.row.name, with: second.row.name))
                    started.append(second)
                    running.insert(1)
                    let form = fitted(run.plan.request, to: second.row, sink)
                    let left = run.remainingMilliseconds(clock)
                    group.addTask { await self.event(1, second, form, policy, left) }
                case .ended(let index, .success(let opened)):
                    running.remove(index)
                    guard winner == nil else {
                        opened.body.cancel()
                        lose(started[index], opened.batch.usage, isSlow: index == 0, &run)
                        continue
                    }
                    winner = opened
                    group.cancelAll()
                case .ended(let index, .failure(let failure)):
                    running.remove(index)
                    fail(started[index], failure, &run)
                    if running.isEmpty { group.cancelAll() }
                case .cancelled(let index, let wasSent):
                    running.remove(index)
                    if wasSent { lose(started[index], nil, isSlow: winner != nil && index == 0, &run) }
                }
            }
            if winner == nil { try Task.checkCancellation() }
            return winner
        }
    }

    private func event(
        _ index: Int, _ target: PlannedTarget, _ request: ChatRequest, _ policy: AskPolicy, _ remaining: Int64
    ) async -> HedgeEvent {
        do {
            return .ended(index: index, try await open(target, request, policy, remaining: remaining))
        } catch {
            return .cancelled(index: index, wasSent: !(error is CancelledBeforeSending))
        }
    }

    /// Records a failed attempt.
    private func fail(_ target: PlannedTarget, _ failure: AttemptFailure, _ run: inout AskRun) {
        run.faults.append((target, failure.fault))
        let usage = failure.usage.flatMap { $0.isValid ? $0 : nil }
        run.outcome.attempts.append(
            AttemptRecord(
                target: target.row.name, fault: failure.fault, usage: usage,
                cost: usage.flatMap { target.row.prices.known ? target.row.prices.cost(of: $0) : nil },
                milliseconds: failure.milliseconds))
        observe(failure.fault, target)
    }

    /// Accounts for an attempt that was given up: the provider has read the input, and may charge for it.
    /// - Parameter isSlow: whether it was given up for being slower than another, which its health remembers
    private func lose(_ target: PlannedTarget, _ usage: TokenUsage?, isSlow: Bool, _ run: inout AskRun) {
        let believed = usage.flatMap { $0.isValid ? $0 : nil }
        let counted =
            believed ?? TokenUsage(uncachedInput: TokenEstimate.input(of: run.plan.request), source: .estimated)
        run.outcome.attempts.append(
            AttemptRecord(
                target: target.row.name,
                fault: isSlow ? ProviderFault(.slowFirstToken, message: "another was faster") : nil,
                usage: counted, cost: target.row.prices.known ? target.row.prices.cost(of: counted) : nil,
                milliseconds: run.elapsedMilliseconds(clock)))
        health.record(isSlow ? .failed(.slowFirstToken) : .released, for: target.healthKey, at: clock.now)
    }

    private func deadlineFault(_ run: AskRun) -> ProviderFault {
        let seconds = Double(run.plan.policy.deadlineMilliseconds) / 1_000
        return ProviderFault(.deadline, message: "the deadline of \(seconds) s has passed")
    }

    /// The request in the form that a model can take: with an output limit that fits it.
    private func fitted(_ request: ChatRequest, to row: ModelRow, _ sink: any AnswerSink) -> ChatRequest {
        var request = request
        let asked = request.options.maxOutputTokens
        let limit = HoldBound.sentLimit(of: row, asked: asked)
        if let asked, let limit, limit < asked { sink.notice(.limited(to: limit)) }
        request.options.maxOutputTokens = limit
        return request
    }
}
