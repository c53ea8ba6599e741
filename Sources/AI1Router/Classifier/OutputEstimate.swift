internal import AI1Core

/// How long an answer will be, in tokens.
enum OutputEstimate {
    static let smallest: Int64 = 16
    static let largest: Int64 = 16_384

    /// Tasks that rework their input follow its length: a translation is as long, a summary an eighth (80 to 800), an
    /// extraction a sixth (40 to 1,500). The others have a typical length at difficulty ½ (chat 350, code 700, math
    /// 400, creative 700, vision 300) that grows with difficulty from half to one and a half of it. A commit message
    /// takes 90. An asked number of words counts 1.4 tokens a word; "short" halves twice, "in detail" doubles.
    static func tokens(_ task: TaskKind, _ signals: TextSignals, difficulty: Double, input: Int64) -> Int64 {
        if let words = signals.wordCount, words > 0 { return clamp(Double(words) * 1.4) }
        if signals.isCommitMessage { return 90 }
        let material = Double(TokenEstimate.tokens(bytes: signals.totalBytes))
        var expected: Double
        switch task {
        case .translation: expected = max(material * 1.1, 24)
        case .summary: expected = min(max(material / 8, 80), 800)
        case .extraction: expected = min(max(material / 6, 40), 1_500)
        case .chat: expected = 350 * (0.5 + difficulty)
        case .code, .creative: expected = 700 * (0.5 + difficulty)
        case .math: expected = 400 * (0.5 + difficulty)
        case .vision, .image, .audio, .embedding: expected = 300 * (0.5 + difficulty)
        }
        if task != .translation {
            if signals.wantsShort { expected /= 4 }
            if signals.wantsLong { expected *= 2 }
        }
        return clamp(expected)
    }

    private static func clamp(_ tokens: Double) -> Int64 { min(max(Int64(min(tokens, 1e9)), smallest), largest) }
}
