internal import AI1Core
internal import AI1Engine

/// A stored answer in the place of a new one.
enum Replay {
    /// Hands the answer to the sink as if it had just come.
    static func outcome(_ kept: KeptAnswer, _ sink: any AnswerSink) -> AskOutcome {
        var outcome = AskOutcome(requestID: kept.request)
        outcome.target = kept.target
        outcome.servedModel = kept.servedModel
        outcome.finish = kept.finish
        outcome.usage = kept.usage
        outcome.media = kept.media
        outcome.isReplayed = true
        if kept.finish == .length {
            outcome.error = EngineError(
                .incomplete, message: "\(kept.target): the answer reached its length limit",
                hint: "to ask again, and pay again: --resend with a larger --max-tokens")
        }
        do {
            try sink.write(kept.text)
            outcome.textBytes = kept.text.count
        } catch {
            outcome.error = engineError(error)
        }
        return outcome
    }

    /// An error in the engine's terms, as it stands in an outcome.
    static func engineError(_ error: any Error) -> EngineError {
        if error is CancellationError { return EngineError(.cancelled, message: "cancelled") }
        guard let error = error as? any AI1Error else {
            return EngineError(.allFailed(.internalError), message: "unexpected failure: \(error)")
        }
        return EngineError(
            .allFailed(error.kind), message: error.message, hint: error.hint, underlying: error.underlying)
    }
}
