internal import AI1Core

extension SandboxBrain {
    /// Tokens that a picture counts, as a small one does at OpenAI, and a second of sound, as at Google.
    private static let tokensPerImage: Int64 = 272
    private static let spokenTokensPerSecond: Int64 = 25
    private static let heardTokensPerSecond: Int64 = 32

    /// The answer to a wish for something else than text. A plan's own text takes the place of the octets.
    static func media(_ prompt: SandboxPrompt, _ wish: SandboxWish, _ plan: FaultPlan) -> SandboxAnswer {
        var usage = TokenUsage(uncachedInput: prompt.inputTokens)
        var media: [MediaPart] = []
        var text = plan.text ?? ""
        let question = prompt.question
        switch wish.kind {
        case .text: break
        case .transcript:
            if plan.text == nil { text = transcript(wish, prompt.model) }
            usage.audioInput = seconds(wish.recording?.milliseconds ?? 0) * heardTokensPerSecond
            usage.visibleOutput = TokenEstimate.tokens(bytes: text.utf8.count)
        case .image:
            media = (0..<wish.count).map { number in
                let file = SandboxPicture.make(question, size: wish.size, number: number)
                return MediaPart(mediaType: MediaFormat.png.mediaType, bytes: file)
            }
            usage.visibleOutput = Int64(wish.count) * tokensPerImage
        case .speech:
            let speech = SandboxMedia.speech(question, wish.format)
            media = [speech]
            let milliseconds = AudioDuration.milliseconds(of: speech.bytes) ?? 0
            usage.audioOutput = milliseconds * spokenTokensPerSecond / 1_000 + 1
        case .embedding:
            let texts = prompt.turns.filter { $0.role == "user" }.map(\.text)
            media = texts.map { SandboxMedia.vector($0, dimensions: wish.dimensions) }
        }
        return SandboxAnswer(
            reasoning: "", text: text, byteCount: text.utf8.count, pieceBytes: nil, firstPieceBytes: nil,
            finish: plan.finish ?? .stop, usage: usage, media: media.map { planned($0, plan) })
    }

    private static func planned(_ part: MediaPart, _ plan: FaultPlan) -> MediaPart {
        if let text = plan.text { return MediaPart(mediaType: part.mediaType, bytes: Array(text.utf8)) }
        guard case .bytes(let size) = plan.size, size > part.bytes.count else { return part }
        let filler = [UInt8](repeating: 0, count: size - part.bytes.count)
        return MediaPart(mediaType: part.mediaType, bytes: part.bytes + filler)
    }

    private static func transcript(_ wish: SandboxWish, _ model: String) -> String {
        let recording = wish.recording ?? .init(mediaType: "audio", byteCount: 0, milliseconds: 0)
        var text = "This is a simulated transcript from ai1's sandbox (model \(TerminalCleaner.cleanLine(model)))."
        text += " Nobody listened to the recording: \(recording.mediaType), "
        text += "\(grouped(Int64(recording.byteCount))) bytes"
        if recording.milliseconds > 0 { text += ", \(decimalText(recording.milliseconds, places: 3)) seconds" }
        return text + "."
    }

    private static func seconds(_ milliseconds: Int64) -> Int64 { (max(0, milliseconds) + 999) / 1_000 }
}
