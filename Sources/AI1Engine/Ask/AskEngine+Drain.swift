internal import AI1Core

extension AskEngine {
    /// Hands an opened answer on until its end.
    /// - Throws: `EngineError`, `CancellationError`
    func drain(_ opened: OpenedAnswer, _ run: inout AskRun, _ sink: any AnswerSink) async throws {
        var answer = opened
        var buffer: [UInt8] = []
        var charge = answer.charge(0, 0)
        var visibleBytes = 0
        var reasoningBytes = 0
        run.outcome.target = answer.target.row.name
        run.outcome.media = answer.media
        run.outcome.unit = answer.target.row.prices.unit
        run.outcome.firstTokenMilliseconds =
            Double(answer.openedNanoseconds - run.startedNanoseconds) / 1_000_000
        var problem: (any Error)? = answer.fault
        do {
            while true {
                visibleBytes += answer.batch.text.count + answer.batch.callBytes
                reasoningBytes += answer.batch.reasoning.count
                answer.reports.take(answer.batch)
                charge = answer.charge(visibleBytes, reasoningBytes)
                // Before the text is handed on: what has been seen is charged for, whatever happens then.
                run.meter.grow(answer.attempt.number, charge)
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
                    let told = fault.stating(deadlineMilliseconds: run.plan.policy.deadlineMilliseconds)
                    problem = isComplete ? nil : told.hiding(answer.key)
                    answer.ended = true
                }
            }
        } catch {
            problem = error
        }
        answer.body.cancel()
        record(answer, charge, problem as? ProviderFault, &run)
        try conclude(problem, answer.target, &run)
    }

    private func deliver(_ batch: inout AnswerBatch, _ run: inout AskRun, _ sink: any AnswerSink) throws {
        if let model = batch.servedModel { run.outcome.servedModel = model }
        if let finish = batch.finish { run.outcome.finish = finish }
        run.outcome.toolCalls += batch.toolCalls
        if var native = batch.native {
            native.target = run.outcome.target
            run.outcome.native = native
        }
        if !batch.reasoning.isEmpty { try sink.writeReasoning(batch.reasoning) }
        if !batch.text.isEmpty {
            run.keep(batch.text)
            try sink.write(batch.text)
        }
        batch.removeContent()
    }

    private func record(
        _ answer: OpenedAnswer, _ charge: AttemptCharge, _ fault: ProviderFault?, _ run: inout AskRun
    ) {
        run.outcome.usage = charge.usage
        run.book(
            answer.attempt, charge, fault,
            firstTokenMilliseconds: Double(answer.openedNanoseconds - answer.startedNanoseconds) / 1_000_000,
            milliseconds: Double(clock.monotonicNanoseconds - answer.startedNanoseconds) / 1_000_000)
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
                hint: !run.canBeResumed
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

extension OpenedAnswer {
    /// What has been used when so much has come.
    fileprivate func charge(_ visibleBytes: Int, _ reasoningBytes: Int) -> AttemptCharge {
        reports.charge(
            attempt,
            else: attempt.estimate(visibleBytes: visibleBytes, reasoningBytes: reasoningBytes, media: media))
    }
}

extension AnswerBatch {
    /// Octets of tool calls, which are output as well.
    fileprivate var callBytes: Int { toolCalls.reduce(0) { $0 + $1.name.utf8.count + $1.arguments.utf8.count } }
}
