internal import AI1Core

/// A candidate that credits or budgets do not allow.
struct CandidateRefused: Error {
    let error: any AI1Error
}

extension AskEngine {
    /// Sets aside what a request may cost at a target, before anything is sent to it.
    /// - Parameter hasOthers: whether another candidate remains that could be tried instead
    /// - Returns: the attempt, with an output limit that is paid for
    /// - Throws: `CandidateRefused`, what else the ledger throws, `CancellationError`
    func secure(
        _ target: PlannedTarget, hasOthers: Bool, _ run: inout AskRun, _ sink: any AnswerSink
    ) async throws -> ReadyAttempt {
        let limit = run.mediaLimit(target.row) ?? wantedLimit(target.row, run, sink)
        defer { run.refusal = nil }
        guard let ledger else { return run.ready(target, limit: limit) }
        var wish = run.wish(target.row, limit: limit)
        wish.waitMilliseconds = run.creditsWait(clock, hasOthers: hasOthers)
        do {
            if let hold = run.hold {
                if run.secured[target.row.name].map({ wish.amount > $0 }) ?? true {
                    run.heldAmount = try await ledger.raise(hold, wish)
                }
            } else {
                let granted = try await ledger.hold(wish)
                run.hold = granted.id
                run.heldAmount = granted.amount
                run.meter.pay(from: granted.id)
            }
        } catch let error as any AI1Error where error.kind == .creditsRefused {
            throw CandidateRefused(error: error)
        }
        run.secured[target.row.name] = run.heldAmount
        return run.ready(target, limit: fitted(limit, target.row, run, sink))
    }

    /// A hedge, if it can be paid for beside the attempt that is under way; it is not waited for, and not made smaller.
    func mayAlsoStart(_ target: PlannedTarget, _ run: inout AskRun, _ sink: any AnswerSink) async -> ReadyAttempt? {
        let asked = run.plan.request.options.maxOutputTokens
        let limit = run.mediaLimit(target.row) ?? HoldBound.sentLimit(of: target.row, asked: asked)
        if let ledger, let hold = run.hold {
            var wish = run.wish(target.row, limit: limit)
            let amount = run.heldAmount + run.bound(target.row, limit)
            wish = HoldWish(request: wish.request, target: wish.target, amount: amount, ifSent: wish.ifSent)
            guard let held = try? await ledger.raise(hold, wish) else { return nil }
            run.heldAmount = held
            run.secured[target.row.name] = held
        }
        return run.ready(target, limit: run.mediaLimit(target.row) ?? wantedLimit(target.row, run, sink))
    }

    /// Books what all attempts used and releases the rest.
    func settle(_ run: inout AskRun) async {
        let counted = run.outcome.attempts.filter { $0.usage != nil }
        run.outcome.cost = counted.contains { $0.costPicoUSD == nil } ? nil : run.spent
        guard let ledger, let hold = run.hold else { return }
        let charges = run.meter.charges
        do {
            if charges.isEmpty {
                try await ledger.void(hold)
            } else {
                let bill = Bill(attempts: charges, answer: run.keptAnswer, task: run.plan.task)
                run.outcome.settlement = try await ledger.post(hold, bill)
            }
        } catch let error as any AI1Error {
            // The answer is there and paid for: say what could not be booked, unless something worse happened.
            guard run.outcome.error == nil else { return }
            // Never "try again later": the answer has come.
            run.outcome.error = EngineError(
                .allFailed(error.kind == .tryLater ? .inputOutput : error.kind),
                message: "the answer is complete, its charge is not booked yet: \(error.message)",
                hint: "the next ai1 books it; ai1 credits history shows it", underlying: error.underlying)
        } catch {
            run.outcome.error = run.outcome.error ?? EngineError(.allFailed(.internalError), message: "\(error)")
        }
    }

    /// The output limit that would be sent if credits were no matter. Says so when it is less than was asked for.
    private func wantedLimit(_ row: ModelRow, _ run: AskRun, _ sink: any AnswerSink) -> Int? {
        let asked = run.plan.request.options.maxOutputTokens
        let limit = HoldBound.sentLimit(of: row, asked: asked)
        if let asked, let limit, limit < asked { sink.notice(.limited(to: limit)) }
        return limit
    }

    /// The output limit that what is held pays for, after what was spent before.
    private func fitted(_ limit: Int?, _ row: ModelRow, _ run: AskRun, _ sink: any AnswerSink) -> Int? {
        let left = NanoUSD(max(0, run.heldAmount.amount - run.spent.amount))
        guard let limit, row.prices.known, run.demand == nil,
            let payable = HoldBound.outputTokens(for: left, inputTokens: run.inputBound, at: row), payable < limit
        else { return limit }
        sink.notice(.limitedByCredits(to: max(1, payable)))
        return max(1, payable)
    }
}

extension AskRun {
    /// What the attempts so far have cost.
    var spent: NanoUSD {
        NanoUSD(roundingUpPicoUSD: outcome.attempts.reduce(0) { $0 + Int128($1.costPicoUSD ?? 0) })
    }

    /// The output limit of a request for something else than text; nil for text.
    fileprivate func mediaLimit(_ row: ModelRow) -> Int? { demand.map { Int(clamping: $0.bound(at: row).output) } }

    /// What is to be set aside for a target with an output limit.
    fileprivate func wish(_ row: ModelRow, limit: Int?) -> HoldWish {
        var least: NanoUSD?
        if plan.request.options.maxOutputTokens == nil, demand == nil, let limit {
            least = spent + bound(row, min(limit, HoldBound.leastOutputTokens))
        }
        let sent = demand?.input(at: row) ?? TokenUsage(uncachedInput: inputTokens, source: .estimated)
        return HoldWish(
            request: plan.request.id, target: row.name, amount: spent + bound(row, limit), least: least,
            ifSent: spent + (row.prices.known ? row.prices.cost(of: sent) : .zero))
    }

    /// The most that the request can cost at a model; nothing where no price is known.
    fileprivate func bound(_ row: ModelRow, _ limit: Int?) -> NanoUSD {
        guard row.prices.known else { return .zero }
        if let demand { return demand.worstCost(at: row) }
        return HoldBound.amount(inputTokens: inputBound, outputTokens: limit ?? 0, at: row)
    }

    /// How long credits that other requests hold may be waited for: what is left of the deadline, half of it when another
    /// candidate remains.
    fileprivate func creditsWait(_ clock: some WallClock, hasOthers: Bool) -> Int64 {
        let remaining = remainingMilliseconds(clock)
        return hasOthers ? remaining / 2 : remaining
    }
}
