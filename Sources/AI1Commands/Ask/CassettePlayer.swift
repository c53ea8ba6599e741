internal import AI1Core
internal import AI1Engine
internal import AI1History

/// Answers requests from a cassette, and records answers to one.
struct CassettePlayer: Sendable {
    let cassette: Cassette
    /// The model that the user named.
    let asked: String?

    /// The recorded answer to a request.
    /// - Throws: `HistoryError` of code `noMatch` or `badFile`
    func entry(for request: ChatRequest) throws -> CassetteEntry {
        try cassette.answer(to: RequestFingerprint.hash(request), asked: asked)
    }

    /// Hands a recorded answer to the sink as if it came now. Its outcome says that it was replayed, and nothing was charged.
    func play(
        _ entry: CassetteEntry, _ request: ChatRequest, speed: Double, clock: any WallClock, _ sink: any AnswerSink
    ) async -> AskOutcome {
        let start = clock.monotonicNanoseconds
        var outcome = AskOutcome(requestID: request.id)
        outcome.target = entry.target
        outcome.servedModel = entry.servedModel
        outcome.finish = entry.finish
        outcome.usage = entry.usage
        outcome.isReplayed = true
        var first: Double?
        var bytes = 0
        do {
            try await PacedAnswer(answer: entry.answer, timing: entry.timing, speed: speed).play(clock) { text in
                first = first ?? Double(clock.monotonicNanoseconds - start) / 1_000_000
                bytes += text.count
                try sink.write(text)
            }
            if entry.finish == .length {
                outcome.error = EngineError(
                    .incomplete, message: "\(entry.target): the answer reached its length limit",
                    hint: "record it anew with a larger --max-tokens")
            }
        } catch {
            outcome.error = Replay.engineError(error)
        }
        outcome.firstTokenMilliseconds = first
        outcome.textBytes = bytes
        outcome.totalMilliseconds = Double(clock.monotonicNanoseconds - start) / 1_000_000
        return outcome
    }

    /// Appends an answer that came whole, or reached its length limit. Another one is not worth playing.
    /// - Throws: `HistoryError` of code `badFile`
    func record(_ request: ChatRequest, _ outcome: AskOutcome, _ answer: RecordingSink.Answer) throws {
        guard outcome.error == nil || outcome.error?.code == .incomplete, let target = outcome.target,
            let text = answer.text
        else { return }
        try cassette.append(
            CassetteEntry(
                request: RequestFingerprint.hash(request), asked: asked,
                prompt: request.messages.last { $0.role == .user }?.text ?? "", target: target,
                servedModel: outcome.servedModel, finish: outcome.finish, usage: outcome.usage, answer: text,
                timing: answer.timing))
    }
}
