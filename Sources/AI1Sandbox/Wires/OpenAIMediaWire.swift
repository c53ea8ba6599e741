internal import AI1Core
internal import AI1Providers

/// OpenAI's calls for pictures, speech, transcripts and vectors, https://platform.openai.com/docs/api-reference.
struct OpenAIMediaWire: SandboxWire {
    private let context: WireContext
    private let wish: SandboxWish

    init(_ context: WireContext, _ wish: SandboxWish) {
        self.context = context
        self.wish = wish
    }

    static func read(_ json: JSONValue, _ route: MediaRoute) throws(SandboxFailure) -> WireCall {
        guard let model = json["model"]?.string else {
            throw SandboxFailure(status: 400, message: "you must provide a model parameter")
        }
        var call = WireCall(prompt: SandboxPrompt(model: model, turns: []), stream: false)
        switch route {
        case .vectors:
            call.prompt.turns = try MediaRoute.turns(json["input"])
            call.prompt.wish = SandboxWish(
                kind: .embedding, dimensions: (json["dimensions"]?.number?.int64).map { Int(clamping: $0) })
        case .speech:
            guard json["voice"]?.string != nil else {
                throw SandboxFailure(status: 400, message: "you must provide a voice parameter")
            }
            call.prompt.turns = try MediaRoute.turns(json["input"])
            call.prompt.system = json["instructions"]?.string
            let format = json["response_format"]?.string ?? "mp3"
            call.prompt.wish = SandboxWish(kind: .speech, format: MediaFormat(rawValue: format))
            call.isEventStream = json["stream_format"]?.string == "sse"
        default:
            call.prompt.turns = try MediaRoute.turns(json["prompt"])
            call.prompt.wish = SandboxWish(
                kind: .image, size: json["size"]?.string, count: Int(clamping: json["n"]?.number?.int64 ?? 1))
        }
        return call
    }

    /// A transcript is asked for by a form (RFC 7578).
    static func readForm(_ request: RecordedRequest) throws(SandboxFailure) -> WireCall {
        let fields = FormReader.fields(request)
        guard let model = fields.first(where: { $0.name == "model" }),
            let file = fields.first(where: { $0.name == "file" }), !file.bytes.isEmpty
        else { throw SandboxFailure(status: 400, message: "you must provide a model and a file") }
        let hint = fields.first { $0.name == "prompt" }.map { String(decoding: $0.bytes, as: UTF8.self) }
        var prompt = SandboxPrompt(
            model: String(decoding: model.bytes, as: UTF8.self), turns: [.init(role: "user", text: hint ?? "")])
        prompt.wish = SandboxWish(
            kind: .transcript, recording: .init(file.bytes, mediaType: file.mediaType ?? "audio"))
        return WireCall(prompt: prompt, stream: false)
    }

    func contentType(streamed: Bool) -> String {
        guard wish.kind == .speech else { return "application/json" }
        return context.isEventStream ? "text/event-stream; charset=utf-8" : (wish.format ?? .wav).mediaType
    }

    func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        // A stream of these calls is their one body.
        if case .closing(let answer) = event { output.append(contentsOf: whole(answer, finish: answer.finish)) }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var object = ObjectText()
        switch wish.kind {
        case .image:
            object.add("created", .integer(WireContext.created))
            let media = finish == nil ? [] : answer.media
            object.add("data", .array(media.map { ["b64_json": .string(Base64.encode($0.bytes))] }))
            object.add("usage", raw: context.usageText(Self.usage(answer.usage, "input_tokens_details")))
        case .speech: return speech(answer, finish)
        case .transcript, .text:
            if finish != nil { object.add("text", .string(answer.text)) }
            object.add("usage", raw: context.usageText(transcriptUsage(answer.usage)))
        case .embedding:
            object.add("object", "list")
            let vectors = finish == nil ? [] : MediaRoute.vectors(answer)
            object.add(
                "data",
                .array(
                    vectors.enumerated().map {
                        ["object": "embedding", "index": .integer($0), "embedding": $1]
                    }))
            object.add("model", .string(context.model))
            let tokens = JSONValue.integer(answer.usage.input)
            object.add("usage", raw: context.usageText(["prompt_tokens": tokens, "total_tokens": tokens]))
        }
        return Array(object.closed.utf8)
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] { OpenAIError.body(failure) }

    private func speech(_ answer: SandboxAnswer, _ finish: FinishReason?) -> [UInt8] {
        let octets = answer.media.first?.bytes ?? []
        guard context.isEventStream else { return finish == nil ? [] : octets }
        var output: [UInt8] = []
        var start = 0
        while start < octets.count {
            let end = min(start + 3 * 8_192, octets.count)
            let event: JSONValue = [
                "type": "speech.audio.delta", "audio": .string(Base64.encode(Array(octets[start..<end]))),
            ]
            output.addEvent(nil, event.text)
            start = end
        }
        if finish != nil {
            var done = ObjectText()
            done.add("type", "speech.audio.done")
            done.add("usage", raw: context.usageText(Self.usage(answer.usage, nil)))
            output.addEvent(nil, done.closed)
        }
        return output
    }

    /// Whisper counts seconds, its successors tokens.
    private func transcriptUsage(_ usage: TokenUsage) -> JSONValue {
        guard context.model.contains("whisper") else {
            var object = Self.usage(usage, "input_token_details").object ?? JSONObject()
            object["type"] = "tokens"
            return .object(object)
        }
        let milliseconds = wish.recording?.milliseconds ?? 0
        return [
            "type": "duration",
            "seconds": .number(JSONNumber(uncheckedText: decimalText(milliseconds, places: 3))),
        ]
    }

    private static func usage(_ usage: TokenUsage, _ details: String?) -> JSONValue {
        var object: JSONObject = [
            "input_tokens": .integer(usage.input), "output_tokens": .integer(usage.output),
            "total_tokens": .integer(usage.input + usage.output),
        ]
        if let details {
            object[details] = [
                "text_tokens": .integer(usage.uncachedInput), "image_tokens": 0,
                "audio_tokens": .integer(usage.audioInput),
            ]
        }
        return .object(object)
    }
}
