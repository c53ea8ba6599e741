internal import AI1Core

/// What OpenAI's API has beside answers in text: `POST {base}/images/generations`, `/audio/speech`,
/// `/audio/transcriptions` and `/embeddings`. See https://platform.openai.com/docs/api-reference/images,
/// https://platform.openai.com/docs/api-reference/audio and https://platform.openai.com/docs/api-reference/embeddings.
enum OpenAIMedia {
    /// The protocol wants a voice; every model of OpenAI's has this one.
    private static let usualVoice = "alloy"

    /// - Throws: `ProviderFault` of kind `badRequest` for text
    static func encode(_ request: ChatRequest, _ target: Target) throws -> HTTPRequest {
        let hasImages = request.messages.contains { $0.parts.contains { if case .image = $0 { true } else { false } } }
        guard !hasImages else { throw WireRequest.inexpressible("pictures along", "OpenAI's media API") }
        return switch request.output {
        case .image(let wish): image(request, wish, target)
        case .speech(let wish): speech(request, wish, target)
        case .transcript(let wish): transcript(request, wish, target)
        case .embedding(let wish): embedding(request, wish, target)
        case .text: throw WireRequest.inexpressible("text", "OpenAI's media API")
        }
    }

    static func decoder(for request: ChatRequest) -> any AnswerDecoder {
        switch request.output {
        case .speech: OpenAISpeechDecoder()
        default: BodyDecoder(.document, OpenAIMediaEvents(request: request))
        }
    }

    /// OpenAI's own picture models always answer in base64, and let the format be chosen; the others want to be asked.
    private static func isOwnImageModel(_ model: String) -> Bool { model.contains("gpt-image") }

    private static func image(_ request: ChatRequest, _ wish: OutputWish.Image, _ target: Target) -> HTTPRequest {
        let model = target.row.name.model
        var body: JSONObject = ["model": .string(model), "prompt": .string(text(request)), "n": .integer(wish.count)]
        if let size = wish.size { body["size"] = .string(size) }
        if let quality = wish.quality { body["quality"] = .string(quality) }
        if isOwnImageModel(model) {
            if let format = wish.format, format != .gif { body["output_format"] = .string(format.rawValue) }
        } else {
            body["response_format"] = "b64_json"
        }
        return post(target, "/images/generations", accept: "application/json", body)
    }

    private static func speech(_ request: ChatRequest, _ wish: OutputWish.Speech, _ target: Target) -> HTTPRequest {
        let model = target.row.name.model
        var body: JSONObject = [
            "model": .string(model), "input": .string(request.messages.last?.text ?? ""),
            "voice": .string(wish.voice ?? usualVoice),
        ]
        if let format = wish.format { body["response_format"] = .string(format.rawValue) }
        if let system = request.system, !system.isEmpty { body["instructions"] = .string(system) }
        // Only as events does it say what was used; the older models, which are sold by the character, know none.
        let tells = target.row.prices.unit == .tokens && model.hasPrefix("gpt-")
        if tells { body["stream_format"] = "sse" }
        return post(target, "/audio/speech", accept: tells ? "text/event-stream" : "audio/*", body)
    }

    private static func transcript(
        _ request: ChatRequest, _ wish: OutputWish.Transcript, _ target: Target
    ) -> HTTPRequest {
        let ending = MediaFormat(mediaType: wish.audio.mediaType)?.fileExtensions.first ?? "mp3"
        var form = MultipartForm(boundary: "ai1-\(request.id)")
        form.add("model", target.row.name.model)
        form.add("response_format", "json")
        if let language = wish.language { form.add("language", language) }
        let hint = text(request)
        if !hint.isEmpty { form.add("prompt", hint) }
        form.add("file", fileName: "audio.\(ending)", wish.audio)
        return WireRequest.post(
            target.endpoint, path: "/audio/transcriptions", accept: "application/json", key: .bearer,
            contentType: form.contentType, octets: form.encoded)
    }

    private static func embedding(
        _ request: ChatRequest, _ wish: OutputWish.Embedding, _ target: Target
    ) -> HTTPRequest {
        var body: JSONObject = [
            "model": .string(target.row.name.model), "input": .array(request.messages.map { .string($0.text) }),
        ]
        if let dimensions = wish.dimensions { body["dimensions"] = .integer(dimensions) }
        return post(target, "/embeddings", accept: "application/json", body)
    }

    private static func post(_ target: Target, _ path: String, accept: String, _ body: JSONObject) -> HTTPRequest {
        WireRequest.post(
            target.endpoint, path: path, accept: accept, key: .bearer, body: .object(body), stream: false)
    }

    /// The system prompt and what was said, since these calls know one text only.
    private static func text(_ request: ChatRequest) -> String {
        ([request.system ?? ""] + request.messages.map(\.text)).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
