internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings

/// One request under way: asked once, and recorded when what became of it is known.
struct FlowRun: Sendable {
    let flow: RequestFlow
    let routed: RoutedRequest
    let plan: AskPlan
    /// What pays for it; nil for the sandbox without a ledger.
    let ledger: SQLiteLedger?
    let history: RequestHistory

    /// Asks, and hands the answer to the sink through the checks. A cut answer that was gone on with is forgotten, unless this
    /// attempt left nothing either.
    func ask(_ sink: any AnswerSink) async -> AskOutcome {
        let outcome = await guarded(history.remembering(sink))
        history.end(outcome)
        if let resumed = routed.asked.resumed, outcome.error == nil || outcome.canResume {
            flow.live.answers(in: flow.live.paths.state).forget(resumed.request.id)
        }
        return outcome
    }

    private func guarded(_ sink: any AnswerSink) async -> AskOutcome {
        guard let checks = routed.checks else { return await produce(sink) }
        do {
            try await checks.judge(plan.request, ledger)
        } catch {
            var outcome = AskOutcome(requestID: plan.request.id)
            outcome.error = Replay.engineError(error)
            return outcome
        }
        return await checks.guarding(sink, ledger, produce)
    }

    private func produce(_ sink: any AnswerSink) async -> AskOutcome {
        await flow.money.ask(plan, ledger, sink, notices: flow.notices)
    }

    /// Writes down what became of the request.
    /// - Parameters:
    ///   - error: what ended it; nil when the answer is as it was wished
    ///   - hasSchema: whether the answer was held against a schema
    func record(error: (any AI1Error)?, hasSchema: Bool = false) {
        history.record(
            plan.request, routed.route.decision, asked: flow.terms.routing.model, error: error, hasSchema: hasSchema,
            risk: routed.checks?.risk)
    }
}
