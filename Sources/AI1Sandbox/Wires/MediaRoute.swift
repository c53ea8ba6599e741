internal import AI1Core
internal import AI1Providers

/// The calls for something else than text, known by the ends of their paths.
enum MediaRoute: Sendable, Hashable {
    case images, speech, transcripts, vectors
    case predict, batchEmbed, embed
    case ollamaEmbed

    init?(_ path: String) {
        switch true {
        case path.hasSuffix("/images/generations"): self = .images
        case path.hasSuffix("/audio/speech"): self = .speech
        case path.hasSuffix("/audio/transcriptions"): self = .transcripts
        case path.hasSuffix("/embeddings"): self = .vectors
        case path.hasSuffix(":predict"): self = .predict
        case path.hasSuffix(":batchEmbedContents"): self = .batchEmbed
        case path.hasSuffix(":embedContent"): self = .embed
        case path.hasSuffix("/api/embed"): self = .ollamaEmbed
        default: return nil
        }
    }

    var dialect: DialectName {
        switch self {
        case .images, .speech, .transcripts, .vectors: .openAIChat
        case .predict, .batchEmbed, .embed: .google
        case .ollamaEmbed: .ollama
        }
    }

    /// A request of this call, read.
    func read(_ request: RecordedRequest) throws(SandboxFailure) -> WireCall {
        if self == .transcripts { return try OpenAIMediaWire.readForm(request) }
        guard let json = try? JSONParser.parse(request.body), json.object != nil else {
            throw SandboxFailure(status: 400, message: "the body is not a JSON object")
        }
        return switch self {
        case .images, .speech, .vectors, .transcripts: try OpenAIMediaWire.read(json, self)
        case .predict, .batchEmbed, .embed:
            try GoogleMediaWire.read(json, self, model: Route.model(inPath: request.path))
        case .ollamaEmbed: try OllamaEmbedWire.read(json)
        }
    }

    /// Texts to make vectors of: one, or a list.
    static func turns(_ input: JSONValue?) throws(SandboxFailure) -> [SandboxPrompt.Turn] {
        let texts = input?.string.map { [$0] } ?? input?.array?.compactMap(\.string) ?? []
        guard !texts.isEmpty else { throw SandboxFailure(status: 400, message: "input is required") }
        return texts.map { .init(role: "user", text: $0) }
    }

    /// The vectors of an answer.
    static func vectors(_ answer: SandboxAnswer) -> [JSONValue] {
        answer.media.map { (try? JSONParser.parse($0.bytes)) ?? [] }
    }
}
