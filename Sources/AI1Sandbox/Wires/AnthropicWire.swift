internal import AI1Core
internal import AI1Providers

/// Anthropic messages, https://docs.anthropic.com/en/api/messages.
struct AnthropicWire: SandboxWire {
    private let context: WireContext
    private var block = 0

    init(_ context: WireContext) { self.context = context }

    static func read(_ json: JSONValue, _ request: RecordedRequest) throws(SandboxFailure) -> WireCall {
        guard request[header: "anthropic-version"] != nil else {
            throw SandboxFailure(status: 400, message: "anthropic-version: header is required")
        }
        guard let model = json["model"]?.string, let messages = json["messages"]?.array, !messages.isEmpty else {
            throw SandboxFailure(status: 400, message: "model, messages: Field required")
        }
        guard json["max_tokens"]?.number?.int64 ?? 0 > 0 else {
            throw SandboxFailure(status: 400, message: "max_tokens: Field required")
        }
        var images: [SandboxPrompt.Image] = []
        let turns = messages.flatMap { message -> [SandboxPrompt.Turn] in
            // Results of tools stand in turns of the user's.
            let results = (message["content"]?.array ?? []).filter { $0["type"]?.string == "tool_result" }
            var turns = results.map {
                SandboxPrompt.Turn(role: "tool", text: ContentReader.read($0["content"], images: &images))
            }
            let text = ContentReader.read(message["content"], images: &images)
            if results.isEmpty || !text.isEmpty {
                turns.append(.init(role: message["role"]?.string ?? "user", text: text))
            }
            return turns
        }
        let thinking = json["thinking"]?["type"]?.string ?? "disabled"
        let prompt = SandboxPrompt(
            model: model, system: json["system"].map { ContentReader.read($0, images: &images) }, turns: turns,
            images: images,
            schema: json["output_config"]?["format"]?["schema"] ?? json["output_format"]?["schema"],
            maxOutputTokens: ContentReader.limit(json["max_tokens"]),
            stop: ContentReader.stops(json["stop_sequences"]), reasoning: thinking != "disabled")
        return WireCall(prompt: prompt, stream: json["stream"]?.bool ?? false)
    }

    func contentType(streamed: Bool) -> String { streamed ? "text/event-stream; charset=utf-8" : "application/json" }

    mutating func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        switch event {
        case .opening(let answer):
            let begun = message(answer, content: "[]", finish: nil, outputTokens: 1)
            output.addEvent("message_start", "{\"type\":\"message_start\",\"message\":\(begun)}")
            if answer.reasoning.isEmpty { open("{\"type\":\"text\",\"text\":\"\"}", &output) }
            output.addEvent("ping", "{\"type\":\"ping\"}")
        case .reasoning(let text):
            open("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}", &output)
            delta("{\"type\":\"thinking_delta\",\"thinking\":\(JSONValue.string(text).text)}", &output)
            delta("{\"type\":\"signature_delta\",\"signature\":\"c2FuZGJveA==\"}", &output)
            stop(&output)
            block += 1
            open("{\"type\":\"text\",\"text\":\"\"}", &output)
        case .text(let text):
            output.add("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":\(block),")
            output.add("\"delta\":{\"type\":\"text_delta\",\"text\":")
            Self.literal(text, to: &output)
            output.add("}}\n\n")
        case .malformed: output.addEvent("content_block_delta", "{\"type\":\"content_block_delta\",\"delta\":")
        case .failure(let failure): output.addEvent("error", String(decoding: refusal(failure), as: UTF8.self))
        case .closing(let answer):
            stop(&output)
            for call in answer.toolCalls { self.call(call, &output) }
            var object = ObjectText()
            object.add("type", "message_delta")
            object.add("delta", ["stop_reason": .string(Self.reason(answer.finish)), "stop_sequence": .null])
            object.add("usage", raw: context.usageText(["output_tokens": .integer(answer.usage.output)]))
            output.addEvent("message_delta", object.closed)
            output.addEvent("message_stop", "{\"type\":\"message_stop\"}")
        }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var content: [UInt8] = []
        content.add("[")
        if !answer.reasoning.isEmpty {
            content.add("{\"type\":\"thinking\",\"thinking\":\(JSONValue.string(answer.reasoning).text),")
            content.add("\"signature\":\"c2FuZGJveA==\"},")
        }
        content.add("{\"type\":\"text\",\"text\":")
        Self.literal(answer.whole(), to: &content)
        content.add("}")
        for call in answer.toolCalls {
            content.add(",{\"type\":\"tool_use\",\"id\":\(JSONValue.string(call.id).text),")
            content.add("\"name\":\(JSONValue.string(call.name).text),\"input\":\(call.arguments)}")
        }
        content.add("]")
        let text = String(decoding: content, as: UTF8.self)
        return Array(message(answer, content: text, finish: finish, outputTokens: answer.usage.output).utf8)
    }

    /// https://docs.anthropic.com/en/api/errors
    func refusal(_ failure: SandboxFailure) -> [UInt8] {
        let type =
            switch failure.status {
            case 401: "authentication_error"
            case 402: "billing_error"
            case 403: "permission_error"
            case 404: "not_found_error"
            case 413: "request_too_large"
            case 429: "rate_limit_error"
            case 504: "timeout_error"
            case 503, 529: "overloaded_error"
            case 500...: "api_error"
            default: "invalid_request_error"
            }
        let words =
            switch failure.code {
            case "context_length_exceeded": "prompt is too long: 200001 tokens > 200000 maximum"
            case "insufficient_quota": "Your credit balance is too low to access the Anthropic API (simulated)."
            case "content_filter": "Output blocked by content filtering policy"
            default: failure.message
            }
        // A code that is one of the API's own types takes the usual one's place.
        let own = failure.code.flatMap { $0.hasSuffix("_error") || $0 == "request_too_large" ? $0 : nil }
        let body: JSONValue = [
            "type": "error",
            "error": ["type": .string(own ?? type), "message": .string(failure.givenMessage ?? words)],
            "request_id": .string("req_\(context.id)"),
        ]
        return body.encoded()
    }

    private func message(
        _ answer: SandboxAnswer, content: String, finish: FinishReason?, outputTokens: Int64
    ) -> String {
        var object = ObjectText()
        object.add("id", .string("msg_\(context.id)"))
        object.add("type", "message")
        object.add("role", "assistant")
        object.add("model", .string(context.model))
        object.add("content", raw: content)
        object.add("stop_reason", finish.map { .string(Self.reason($0)) } ?? .null)
        object.add("stop_sequence", .null)
        object.add(
            "usage",
            raw: context.usageText([
                "input_tokens": .integer(answer.usage.uncachedInput),
                "cache_creation_input_tokens": .integer(answer.usage.cacheWrite5m),
                "cache_read_input_tokens": .integer(answer.usage.cacheRead), "output_tokens": .integer(outputTokens),
            ]))
        return object.closed
    }

    private mutating func call(_ call: ToolCall, _ output: inout [UInt8]) {
        block += 1
        let begun: JSONValue = [
            "type": "tool_use", "id": .string(call.id), "name": .string(call.name), "input": [:],
        ]
        open(begun.text, &output)
        delta("{\"type\":\"input_json_delta\",\"partial_json\":\(JSONValue.string(call.arguments).text)}", &output)
        stop(&output)
    }

    private func open(_ content: String, _ output: inout [UInt8]) {
        output.addEvent(
            "content_block_start",
            "{\"type\":\"content_block_start\",\"index\":\(block),\"content_block\":\(content)}")
    }

    private func delta(_ delta: String, _ output: inout [UInt8]) {
        output.addEvent(
            "content_block_delta", "{\"type\":\"content_block_delta\",\"index\":\(block),\"delta\":\(delta)}")
    }

    private func stop(_ output: inout [UInt8]) {
        output.addEvent("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":\(block)}")
    }

    private static func reason(_ finish: FinishReason) -> String {
        switch finish {
        case .stop: "end_turn"
        case .length: "max_tokens"
        case .toolCalls: "tool_use"
        case .contentFilter: "refusal"
        }
    }

    /// The list of `GET /v1/models`.
    static func models(_ names: [String]) -> JSONValue {
        [
            "data": .array(
                names.map {
                    [
                        "type": "model", "id": .string($0), "display_name": .string($0),
                        "created_at": "2026-01-01T00:00:00Z",
                    ]
                }), "has_more": false, "first_id": names.first.map(JSONValue.string) ?? .null,
            "last_id": names.last.map(JSONValue.string) ?? .null,
        ]
    }
}
