package import AI1Core

/// What a request asks for, read off its text by a small table of words, some marks of structure, and its size.
///
/// Task: every word of `TaskVocabulary` in the instruction (the first 640 and the last 320 octets of the last user
/// message) adds its weight to its task, half as much again when it is one of the first four words; code fences, diffs,
/// program lines, formulas and a schema add theirs. The task with most weight wins from 1.5 on, else an earlier user
/// turn decides, else it is `chat`. Images make it `vision`.
///
/// Difficulty: a base for the task, moved by words that promise a hard or an easy request, by several demands at once,
/// by long input and by the asked reasoning effort; between 0.05 and 0.95.
///
/// Expected output: typical of the task and difficulty, of the input for tasks that rework it, of an asked number of
/// words; never above the limit.
package enum RequestClassifier {
    /// Earlier user turns that are asked when the last says nothing ("go on").
    static let maximumTurns = 4

    /// The features of a request. The work does not grow with the length of its texts.
    /// - Parameter outputLimit: the limit in tokens that will be sent, if any
    package static func features(of request: ChatRequest, outputLimit: Int?) -> RequestFeatures {
        var needs = RequestFeatures.Needs()
        needs.tools = !request.tools.isEmpty
        needs.schema = request.schema != nil
        needs.imageInput = request.messages.contains { message in
            message.parts.contains { if case .image = $0 { true } else { false } }
        }
        if let media = MediaDemand(request), let task = media.kind.task { return features(of: media, task, needs) }
        var signals = TextSignals()
        var turns = 0
        for message in request.messages.reversed() where message.role == .user {
            turns += 1
            let sample = TextSample(of: message)
            if turns == 1 { signals = TextSignals(sample) } else { signals.adoptTask(of: TextSignals(sample)) }
            if signals.task != nil || turns == maximumTurns { break }
        }
        var task = signals.task ?? .chat
        if needs.schema, task == .chat { task = .extraction }
        if needs.imageInput { task = .vision }
        let input = TokenEstimate.input(of: request)
        let difficulty = difficulty(task, signals, input: input, request: request)
        var output = OutputEstimate.tokens(task, signals, difficulty: difficulty, input: input)
        let limit = outputLimit.map { Int64(max(0, $0)) }
        if let limit { output = min(output, limit) }
        return RequestFeatures(
            task: task, difficulty: difficulty, inputTokens: input, outputTokens: output, outputLimit: limit,
            needs: needs)
    }

    /// What is asked for says what it is; its length is no number of tokens.
    private static func features(
        of media: MediaDemand, _ task: TaskKind, _ needs: RequestFeatures.Needs
    ) -> RequestFeatures {
        RequestFeatures(
            task: task, difficulty: base(of: task), inputTokens: media.textTokens,
            inputBoundTokens: media.textBoundTokens, outputTokens: 1, needs: needs, media: media)
    }

    private static func difficulty(
        _ task: TaskKind, _ signals: TextSignals, input: Int64, request: ChatRequest
    ) -> Double {
        var value = base(of: task)
        value += min(signals.hard, 3) * 0.1 - min(signals.easy, 2) * 0.12
        if signals.demands >= 3 { value += 0.05 }
        if signals.instructionBytes > 600, !signals.hasMaterial { value += 0.05 }
        if input > 20_000 { value += 0.08 }
        if input > 100_000 { value += 0.05 }
        switch request.options.reasoning {
        case .high: value += 0.15
        case .minimal, .some(.none): value -= 0.05
        case .low, .medium, nil: break
        }
        return (min(max(value, 0.05), 0.95) * 100).rounded() / 100
    }

    private static func base(of task: TaskKind) -> Double {
        switch task {
        case .chat: 0.3
        case .code: 0.45
        case .math: 0.5
        case .summary, .translation: 0.25
        case .extraction, .embedding: 0.2
        case .creative, .vision, .image, .audio: 0.35
        }
    }
}
