package import AI1Core

/// The use case of ai1: takes a planned request to an answer, with fallback, retries, hedging, money and health.
/// It knows ports only.
package struct AskEngine: Sendable {
    let transport: any HTTPTransport
    let dialect: @Sendable (DialectName) -> any Dialect
    let health: any HealthStore
    let clock: any WallClock
    let random: any RandomSource
    let ledger: (any CreditLedger)?
    let history: (any HistoryStore)?

    /// - Parameters:
    ///   - transport: sends every HTTP request
    ///   - dialect: the wire protocol of a name
    ///   - health: what is remembered about targets between calls
    ///   - clock: the time, and waiting
    ///   - random: jitter
    ///   - ledger: pays for requests; nil leaves them unmetered
    ///   - history: keeps answers; nil keeps none, and cut answers cannot be resumed
    package init(
        transport: any HTTPTransport, dialect: @escaping @Sendable (DialectName) -> any Dialect,
        health: any HealthStore, clock: any WallClock, random: any RandomSource,
        ledger: (any CreditLedger)? = nil, history: (any HistoryStore)? = nil
    ) {
        self.transport = transport
        self.dialect = dialect
        self.health = health
        self.clock = clock
        self.random = random
        self.ledger = ledger
        self.history = history
    }

    /// Asks. Never throws: what went wrong is in the outcome, beside what was used. Cancelling the task closes the
    /// transfer, keeps and books the part that came, and ends with an error of code `cancelled`.
    package func ask(_ plan: AskPlan, sink: any AnswerSink) async -> AskOutcome {
        var run = AskRun(plan: plan, startedNanoseconds: clock.monotonicNanoseconds, ledger: ledger)
        do {
            let opened = try await openAnswer(&run, sink)
            try await drain(opened, &run, sink)
        } catch let error as EngineError {
            run.outcome.error = error
        } catch is CancellationError {
            run.outcome.error = EngineError(
                .cancelled, message: "cancelled", hint: run.outcome.textBytes > 0 ? "ai1 ask --resume" : nil)
        } catch let error as any AI1Error {
            let code: EngineError.Code = error.kind == .creditsRefused ? .credits : .allFailed(error.kind)
            run.outcome.error = EngineError(
                code, message: error.message, hint: error.hint, underlying: error.underlying)
        } catch {
            run.outcome.error = EngineError(.allFailed(.internalError), message: "unexpected failure: \(error)")
        }
        await settle(&run)
        await remember(&run)
        run.outcome.totalMilliseconds = run.elapsedMilliseconds(clock)
        return run.outcome
    }

    /// Keeps what came, so that a cut answer can be resumed.
    private func remember(_ run: inout AskRun) async {
        guard let history, let target = run.outcome.target else { return }
        let state: AnswerRecord.State
        switch run.outcome.error?.code {
        case nil: state = .complete
        case .incomplete: state = .incomplete
        default: state = .cut
        }
        guard state == .complete || (run.outcome.textBytes > 0 && run.canBeResumed) else { return }
        // An unfinished character at the end of a cut answer is left out.
        let text = String(decoding: run.partial, as: UTF8.self)
        await history.finish(
            AnswerRecord(
                request: run.plan.request, target: target, time: clock.now, state: state,
                text: text.hasSuffix("\u{FFFD}") ? String(text.dropLast()) : text, usage: run.outcome.usage))
        run.outcome.canResume = state != .complete
    }
}
