package import AI1Core

/// What a model is for, by its name: lists of models hold those for speech, images and vectors too, and few say it.
enum SyncModelKind {
    private static let kinds: [String: OutputKind] = [
        "embedding": .embedding, "embeddings": .embedding, "embed": .embedding, "embeddinggemma": .embedding,
        "bge": .embedding, "e5": .embedding, "gte": .embedding, "minilm": .embedding,
        "whisper": .transcript, "transcribe": .transcript, "transcription": .transcript,
        "tts": .speech, "speech": .speech,
        "image": .image, "dall": .image, "dalle": .image, "imagen": .image, "flux": .image, "sdxl": .image,
        "diffusion": .image,
    ]

    /// What ai1 has no use for.
    private static let otherWords: Set<String> = [
        "rerank", "reranker", "moderation", "veo", "sora", "video", "realtime", "ocr", "lyria", "babbage", "davinci",
        "clip",
    ]

    /// What a model makes; nil for something that ai1 cannot ask for in its protocol.
    /// - Parameter stated: the kinds of output that the list names: `text`, `image`, `audio`, `video`; nil when it names none
    static func outputs(of name: String, stated: [String]? = nil, at dialect: DialectName) -> OutputKinds? {
        let words = name.lowercased().split { "-_./:@ ".contains($0) }.map(String.init)
        guard !words.contains(where: otherWords.contains) else { return nil }
        var kind = words.lazy.compactMap { kinds[$0] }.first ?? .text
        if let stated {
            if kind == .text, !stated.contains("text") {
                if stated.contains("video") { return nil }
                kind = stated.contains("image") ? .image : .speech
                guard stated.contains("image") || stated.contains("audio") else { return nil }
            } else if kind == .image, !stated.contains("image") {
                guard stated.contains("text") else { return nil }
                kind = .text
            }
        }
        return dialect.outputs.contains(OutputKinds(kind)) ? OutputKinds(kind) : nil
    }
}

extension Catalog {
    /// What a model that nothing is known about makes, by the words of its name; text when they say nothing.
    package static func likelyOutputs(of name: String, at dialect: DialectName) -> OutputKinds {
        SyncModelKind.outputs(of: name, at: dialect) ?? .text
    }
}
