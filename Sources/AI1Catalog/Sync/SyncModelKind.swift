/// What a model is for, by its name: lists of models hold those for speech, images and vectors too, and say nothing of it.
enum SyncModelKind {
    private static let otherWords: Set<String> = [
        "embedding", "embeddings", "embed", "rerank", "reranker", "whisper", "tts", "transcribe", "transcription",
        "moderation", "dall", "dalle", "imagen", "veo", "sora", "flux", "sdxl", "diffusion", "realtime", "speech",
        "ocr", "lyria", "babbage", "davinci", "clip", "bge", "e5", "gte",
    ]

    /// Whether a model is for something else than answering in text.
    static func isOther(_ name: String) -> Bool {
        name.lowercased().split { "-_./:@ ".contains($0) }.contains { otherWords.contains(String($0)) }
    }
}
