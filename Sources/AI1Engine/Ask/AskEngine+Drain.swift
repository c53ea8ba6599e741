internal import AI1Core

extension AskEngine {
    /// Hands an opened answer on until its end.
    /// - Throws: `EngineError`, `CancellationError`
    func drain(_ opened: OpenedAnswer, _ run: inout AskRun, _ sink: any AnswerSink) async throws {
        var answer = opened
        var buffer: [UInt8] = []
        var usage: TokenUsage?
        var visibleBytes = 0
        var reasoningBytes = 0
        run.outcome.target = answer.target.row.name
        run.outcome.firstTokenMilliseconds =
            Double(answer.openedNanoseconds - run.startedNanoseconds) / 1_000_000
        var problem: (any Error)? = answer.fault
        do {
            while true {
                visibleBytes += answer.batch.text.count
                reasoningBytes += answer.batch.reasoning.count
                usage = answer.batch.usage ?? usage
                try deliver(&answer.batch, &run, sink)
                if answer.ended { break }
                do {
                    if try await answer.body.next(into: &buffer) {
                        try buffer.withUnsafeBytes { try answer.decoder.feed($0, into: &answer.batch) }
                    } else {
                        answer.ended = true
                        try answer.decoder.finish(into: &answer.batch)
                    }
                } catch let fault as ProviderFault {
                    // What was decoded before the fault still belongs to the user. An answer whose end has come is complete,
                    // whatever happens to its connection after that.
                    let isComplete = run.outcome.finish != nil || answer.batch.finish != nil
                    problem = isComplete ? nil : fault.hiding(answer.key)
                    answer.ended = true
                }
            }
        } catch {
            problem = error
        }
        answer.body.cancel()
        let counted =
            usage.flatMap { $0.isValid ? $0 : nil }
            ?? estimate(run.plan.request, visible: visibleBytes, reasoning: reasoningBytes)
        record(answer, counted, problem as? ProviderFault, &run)
        try conclude(problem, answer.target, &run)
    }

    private func deliver(_ batch: inout AnswerBatch, _ run: inout AskRun, _ sink: any AnswerSink) throws {
        if let model = batch.servedModel { run.outcome.servedModel = model }
        if let finish = batch.finish { run.outcome.finish = finish }
        run.outcome.toolCalls += batch.toolCalls
        if !batch.reasoning.isEmpty { try sink.writeReasoning(batch.reasoning) }
        if !batch.text.isEmpty {
            run.keep(batch.text)
            try sink.write(batch.text)
        }
        batch.removeContent()
    }

    private func estimate(_ request: ChatRequest, visible: Int, reasoning: Int) -> TokenUsage {
        TokenUsage(
            uncachedInput: TokenEstimate.input(of: request), visibleOutput: TokenEstimate.tokens(bytes: visible),
            reasoning: TokenEstimate.tokens(bytes: reasoning), source: .estimated)
    }

    private func record(
        _ answer: OpenedAnswer, _ usage: TokenUsage, _ fault: ProviderFault?, _ run: inout AskRun
    ) {
        let row = answer.target.row
        run.outcome.usage = usage
        run.outcome.attempts.append(
            AttemptRecord(
                target: row.name, fault: fault, usage: usage, cost: row.prices.known ? row.prices.cost(of: usage) : nil,
                milliseconds: Double(clock.monotonicNanoseconds - answer.startedNanoseconds) / 1_000_000))
        if let fault {
            observe(fault, answer.target)
        } else {
            health.record(.succeeded, for: answer.target.healthKey, at: clock.now)
        }
    }

    /// The error that the end of an answer means, if any.
    private func conclude(_ problem: (any Error)?, _ target: PlannedTarget, _ run: inout AskRun) throws {
        if let fault = problem as? ProviderFault {
            let code: EngineError.Code =
                switch fault.kind {
                case .deadline: .allFailed(.tryLater)
                case .contentFiltered: .filtered
                default: .cut
                }
            throw EngineError(
                code, message: "\(target.row.name): the answer was cut: \(fault.text)",
                hint: run.partialOverflowed
                    ? "the part that came is too long to be resumed"
                    : run.outcome.textBytes > 0 ? "ai1 ask --resume" : "try again; --verbose shows the cause",
                underlying: fault.underlying)
        }
        if let problem { throw problem }
        switch run.outcome.finish {
        case .length:
            throw EngineError(
                .incomplete, message: "\(target.row.name): the answer reached its length limit",
                hint: "a larger --max-tokens" + (run.outcome.textBytes > 0 ? ", or: ai1 ask --resume" : ""))
        case .contentFilter:
            throw EngineError(
                .filtered, message: "\(target.row.name): the provider's safety filter stopped the answer",
                hint: "word the request differently, or ask another provider with --provider")
        case .stop, .toolCalls, nil: return
        }
    }
}
