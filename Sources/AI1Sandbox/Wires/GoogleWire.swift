internal import AI1Core
internal import AI1Providers

/// Gemini API, https://ai.google.dev/api/generate-content.
struct GoogleWire: SandboxWire {
    private let context: WireContext
    private var isFirst = true

    init(_ context: WireContext) { self.context = context }

    static func read(_ json: JSONValue, _ request: RecordedRequest, model: String, stream: Bool) throws(SandboxFailure)
        -> WireCall
    {
        guard let contents = json["contents"]?.array, !contents.isEmpty else {
            throw SandboxFailure(status: 400, message: "* GenerateContentRequest.contents: contents is not specified")
        }
        var images: [SandboxPrompt.Image] = []
        let turns = contents.map { content -> SandboxPrompt.Turn in
            let role = content["role"]?.string ?? "user"
            return SandboxPrompt.Turn(
                role: role == "model" ? "assistant" : role, text: ContentReader.read(content["parts"], images: &images))
        }
        let settings = json["generationConfig"] ?? json["generation_config"]
        let system = json["systemInstruction"] ?? json["system_instruction"]
        let thinking = settings?["thinkingConfig"]
        var prompt = SandboxPrompt(
            model: model, system: system.map { ContentReader.read($0["parts"], images: &images) }, turns: turns,
            images: images,
            schema: settings?["responseJsonSchema"] ?? settings?["_responseJsonSchema"] ?? settings?["responseSchema"],
            seed: settings?["seed"]?.number?.int64,
            maxOutputTokens: ContentReader.limit(settings?["maxOutputTokens"]),
            stop: ContentReader.stops(settings?["stopSequences"]),
            reasoning: thinking?["includeThoughts"]?.bool ?? false)
        prompt.wish = wish(contents, settings)
        return WireCall(
            prompt: prompt, stream: stream && prompt.wish == nil,
            asArray: stream && request.parameter("alt") != "sse", isGenerated: true)
    }

    /// Modalities other than text, or a recording to be listened to.
    private static func wish(_ contents: [JSONValue], _ settings: JSONValue?) -> SandboxWish? {
        switch settings?["responseModalities"]?[0]?.string {
        case "IMAGE": return SandboxWish(kind: .image)
        case "AUDIO": return SandboxWish(kind: .speech)
        default: break
        }
        for part in contents.flatMap({ $0["parts"]?.array ?? [] }) {
            guard let inline = part["inlineData"], let type = inline["mimeType"]?.string, type.hasPrefix("audio/"),
                let bytes = inline["data"]?.string.flatMap(Base64.decode)
            else { continue }
            return SandboxWish(kind: .transcript, recording: .init(bytes, mediaType: type))
        }
        return nil
    }

    func contentType(streamed: Bool) -> String {
        streamed && !context.asArray ? "text/event-stream" : "application/json; charset=UTF-8"
    }

    mutating func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        switch event {
        case .opening: break
        case .reasoning(let text):
            frame(candidate("[{\"text\":\(JSONValue.string(text).text),\"thought\":true}]"), &output)
        case .text(let text):
            var part: [UInt8] = []
            part.add("[{\"text\":")
            Self.literal(text, to: &part)
            part.add("}]")
            frame(candidate(String(decoding: part, as: UTF8.self)), &output)
        case .malformed: frame("{\"candidates\":[{\"content\":", &output)
        case .failure(let failure):
            frame(String(decoding: refusal(failure), as: UTF8.self), &output)
            if context.asArray { output.add("]") }
        case .closing(let answer):
            if answer.byteCount == 0, answer.finish == .contentFilter {
                frame(blocked(answer), &output)
            } else {
                frame(candidate("[{\"text\":\"\"}]", finish: answer.finish, usage: answer.usage), &output)
            }
            if context.asArray { output.add("]") }
        }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        if answer.byteCount == 0, finish == .contentFilter { return Array(blocked(answer).utf8) }
        var parts: [UInt8] = []
        parts.add("[")
        if !answer.reasoning.isEmpty {
            parts.add("{\"text\":\(JSONValue.string(answer.reasoning).text),\"thought\":true},")
        }
        if answer.media.isEmpty {
            parts.add("{\"text\":")
            Self.literal(answer.whole(), to: &parts)
            parts.add("}]")
        } else {
            parts.add((finish == nil ? [] : answer.media).map(Self.inline).joined(separator: ",") + "]")
        }
        return Array(candidate(String(decoding: parts, as: UTF8.self), finish: finish, usage: answer.usage).utf8)
    }

    /// https://ai.google.dev/gemini-api/docs/troubleshooting
    func refusal(_ failure: SandboxFailure) -> [UInt8] {
        let name =
            switch failure.status {
            case 400, 413, 422: "INVALID_ARGUMENT"
            case 401: "UNAUTHENTICATED"
            case 403: "PERMISSION_DENIED"
            case 404: "NOT_FOUND"
            case 409: "ABORTED"
            case 429: "RESOURCE_EXHAUSTED"
            case 503: "UNAVAILABLE"
            case 504, 408: "DEADLINE_EXCEEDED"
            default: "INTERNAL"
            }
        let words =
            switch failure.code {
            case "context_length_exceeded":
                "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."
            case "insufficient_quota": "You exceeded your current quota, please check your plan and billing details."
            default: failure.message
            }
        var error: JSONObject = [
            "code": .integer(failure.status), "message": .string(failure.givenMessage ?? words),
            "status": .string(failure.code.flatMap { $0 == $0.uppercased() ? $0 : nil } ?? name),
        ]
        if let seconds = failure.retryAfterSeconds {
            error["details"] = [
                ["@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": .string("\(seconds)s")]
            ]
        }
        return JSONValue.object(["error": .object(error)]).encoded()
    }

    /// Speech comes as samples without a frame.
    private static func inline(_ part: MediaPart) -> String {
        let isSpeech = MediaFormat(sniffing: part.bytes) == .wav
        let data = isSpeech ? Array(part.bytes.dropFirst(WaveFile.headBytes(of: part.bytes))) : part.bytes
        let type = isSpeech ? "audio/L16;codec=pcm;rate=\(WaveFile.usualRate)" : part.mediaType
        return "{\"inlineData\":{\"mimeType\":\"\(type)\",\"data\":\"\(Base64.encode(data))\"}}"
    }

    private mutating func frame(_ data: String, _ output: inout [UInt8]) {
        if context.asArray {
            output.add((isFirst ? "[" : ",\r\n") + data)
        } else {
            output.add("data: \(data)\r\n\r\n")
        }
        isFirst = false
    }

    private func candidate(_ parts: String, finish: FinishReason? = nil, usage: TokenUsage? = nil) -> String {
        var text = "{\"candidates\":[{\"content\":{\"parts\":\(parts),\"role\":\"model\"}"
        if let finish { text += ",\"finishReason\":\"\(Self.reason(finish))\"" }
        text += ",\"index\":0}]"
        if let usage, let report = context.usageText(Self.usage(usage)) { text += ",\"usageMetadata\":\(report)" }
        return text + ",\"modelVersion\":\(JSONValue.string(context.model).text),\"responseId\":\"\(context.id)\"}"
    }

    private func blocked(_ answer: SandboxAnswer) -> String {
        var object = ObjectText()
        object.add("promptFeedback", ["blockReason": "PROHIBITED_CONTENT"])
        object.add("usageMetadata", raw: context.usageText(Self.usage(answer.usage)))
        object.add("modelVersion", .string(context.model))
        return object.closed
    }

    private static func usage(_ usage: TokenUsage) -> JSONValue {
        var object: JSONObject = [
            "promptTokenCount": .integer(usage.input),
            "candidatesTokenCount": .integer(usage.visibleOutput + usage.audioOutput),
            "totalTokenCount": .integer(usage.input + usage.output),
        ]
        if usage.audioInput > 0 { object["promptTokensDetails"] = sound(usage.audioInput) }
        if usage.audioOutput > 0 { object["candidatesTokensDetails"] = sound(usage.audioOutput) }
        if usage.cacheRead > 0 { object["cachedContentTokenCount"] = .integer(usage.cacheRead) }
        if usage.reasoning > 0 { object["thoughtsTokenCount"] = .integer(usage.reasoning) }
        return .object(object)
    }

    private static func sound(_ tokens: Int64) -> JSONValue {
        [["modality": "AUDIO", "tokenCount": .integer(tokens)]]
    }

    private static func reason(_ finish: FinishReason) -> String {
        switch finish {
        case .stop, .toolCalls: "STOP"
        case .length: "MAX_TOKENS"
        case .contentFilter: "SAFETY"
        }
    }

    /// The list of `GET /v1beta/models`.
    static func models(_ names: [String]) -> JSONValue {
        [
            "models": .array(
                names.map {
                    [
                        "name": .string("models/\($0)"), "displayName": .string($0),
                        "inputTokenLimit": .integer(SandboxModel.contextTokens),
                        "outputTokenLimit": .integer(SandboxModel.contextTokens),
                        "supportedGenerationMethods": ["generateContent", "streamGenerateContent"],
                    ]
                })
        ]
    }
}
