internal import AI1Core

extension AskEngine {
    /// Sets aside what a request may cost at a target, before anything is sent to it.
    func secure(_ target: PlannedTarget, _ run: inout AskRun) async throws {
        guard let ledger else { return }
        let spent = run.spent
        let needed = spent + HoldBound.amount(of: run.plan.request, at: target.row)
        if let hold = run.hold {
            guard needed > run.heldAmount else { return }
            try await ledger.raise(hold, to: needed, target: target.row.name)
        } else {
            run.hold = try await ledger.hold(needed, for: run.plan.request.id, target: target.row.name)
        }
        run.heldAmount = needed
    }

    /// Whether a hedge can be paid for beside the attempt that is under way.
    func mayAlsoStart(_ target: PlannedTarget, _ run: inout AskRun) async -> Bool {
        guard let ledger, let hold = run.hold else { return true }
        let needed = run.heldAmount + HoldBound.amount(of: run.plan.request, at: target.row)
        do {
            try await ledger.raise(hold, to: needed, target: target.row.name)
        } catch {
            return false
        }
        run.heldAmount = needed
        return true
    }

    /// Books what all attempts used and releases the rest.
    func settle(_ run: inout AskRun) async {
        let costs = run.outcome.attempts.filter { $0.usage != nil }.map(\.cost)
        run.outcome.cost = costs.contains(nil) ? nil : run.spent
        guard let ledger, let hold = run.hold else { return }
        let charges = run.outcome.attempts.compactMap { attempt -> AttemptCharge? in
            guard let usage = attempt.usage, let cost = attempt.cost else { return nil }
            return AttemptCharge(target: attempt.target, usage: usage, cost: cost)
        }
        do {
            if charges.isEmpty { try await ledger.void(hold) } else { try await ledger.post(hold, attempts: charges) }
        } catch let error as any AI1Error {
            // The answer is there and paid for: say what could not be booked, unless something worse happened.
            guard run.outcome.error == nil else { return }
            run.outcome.error = EngineError(
                .allFailed(error.kind), message: error.message, hint: error.hint, underlying: error.underlying)
        } catch {
            run.outcome.error = run.outcome.error ?? EngineError(.allFailed(.internalError), message: "\(error)")
        }
    }
}

extension AskRun {
    /// What the attempts so far have cost.
    var spent: NanoUSD { outcome.attempts.compactMap(\.cost).reduce(.zero, +) }
}
