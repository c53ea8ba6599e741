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
        let attempt = try await secure(target, hasOthers: !queue.isEmpty, &run, sink)
        sink.notice(.started(target.row.name))
        let policy = run.plan.policy
        let remaining = run.remainingMilliseconds(clock)
        guard remaining > 0 else {
            fail(
                attempt,
                AttemptFailure(fault: deadlineFault(run), reports: UsageReports(), wasAccepted: false, milliseconds: 0),
                &run)
            throw finalError(run)
        }
        guard policy.hedges, !queue.isEmpty else {
            do {
                switch try await open(attempt, policy, run.meter, remaining: remaining) {
                case .success(let opened): return opened
                case .failure(let failure):
                    fail(attempt, failure, &run)
                    return nil
                }
            } catch is CancelledBeforeSending {
                throw CancellationError()
            } catch {
                // The provider may have read the input, and charge for it.
                lose(attempt, UsageReports(), isSlow: false, &run)
                throw error
            }
        }
        return try await hedge(attempt, &queue, &run, sink)
    }

    private func hedge(
        _ first: ReadyAttempt, _ queue: inout ArraySlice<PlannedTarget>, _ run: inout AskRun, _ sink: any AnswerSink
    ) async throws -> OpenedAnswer? {
        let policy = run.plan.policy
        let meter = run.meter
        let remaining = run.remainingMilliseconds(clock)
        return try await withThrowingTaskGroup(of: HedgeEvent.self) { group in
            var started = [first]
            var running: Set<Int> = [0]
            var winner: OpenedAnswer?
            group.addTask { await event(0, first, policy, meter, remaining) }
            group.addTask {
                do { try await clock.sleep(milliseconds: policy.hedgeAfterMilliseconds) } catch {}
                return .slow
            }
            while let event = try await group.next() {
                switch event {
                case .slow:
                    guard winner == nil, !running.isEmpty, let next = queue.first,
                        let second = await mayAlsoStart(next, &run, sink),
                        health.claimTrial(next.healthKey, at: clock.now)
                    else { continue }
                    queue.removeFirst()
                    sink.notice(.hedging(slow: first.target.row.name, with: next.row.name))
                    started.append(second)
                    running.insert(1)
                    let left = run.remainingMilliseconds(clock)
                    group.addTask { await self.event(1, second, policy, meter, left) }
                case .ended(let index, .success(let opened)):
                    running.remove(index)
                    guard winner == nil else {
                        opened.body.cancel()
                        lose(started[index], opened.reports, isSlow: index == 0, &run)
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
                    if wasSent { lose(started[index], UsageReports(), isSlow: winner != nil && index == 0, &run) }
                }
            }
            if winner == nil { try Task.checkCancellation() }
            return winner
        }
    }

    private func event(
        _ index: Int, _ attempt: ReadyAttempt, _ policy: AskPolicy, _ meter: UsageMeter, _ remaining: Int64
    ) async -> HedgeEvent {
        do {
            return .ended(index: index, try await open(attempt, policy, meter, remaining: remaining))
        } catch {
            return .cancelled(index: index, wasSent: !(error is CancelledBeforeSending))
        }
    }

    /// Records a failed attempt. It costs what the provider said and can be believed, else nothing: no answer came.
    private func fail(_ attempt: ReadyAttempt, _ failure: AttemptFailure, _ run: inout AskRun) {
        run.faults.append((attempt.target, failure.fault))
        var charge: AttemptCharge?
        if failure.reports.hasAny {
            charge = failure.reports.charge(attempt, else: TokenUsage(source: .estimated))
        } else if failure.wasAccepted {
            charge = attempt.charge(attempt.estimate())
        }
        run.book(attempt, charge, failure.fault, milliseconds: failure.milliseconds)
        observe(failure.fault, attempt.target)
    }

    /// Accounts for an attempt that was given up: the provider has read the input, and may charge for it.
    /// - Parameter isSlow: whether it was given up for being slower than another, which its health remembers
    private func lose(_ attempt: ReadyAttempt, _ reports: UsageReports, isSlow: Bool, _ run: inout AskRun) {
        run.book(
            attempt, reports.charge(attempt, else: attempt.estimate()),
            isSlow ? ProviderFault(.slowFirstToken, message: "another was faster") : nil,
            milliseconds: run.elapsedMilliseconds(clock))
        health.record(isSlow ? .failed(.slowFirstToken) : .released, for: attempt.target.healthKey, at: clock.now)
    }

    private func deadlineFault(_ run: AskRun) -> ProviderFault {
        ProviderFault(.deadline, message: "")
            .stating(deadlineMilliseconds: run.plan.policy.deadlineMilliseconds)
    }
}
