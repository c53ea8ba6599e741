internal import AI1Core
internal import AI1Providers

/// OpenAI chat completions, https://platform.openai.com/docs/api-reference/chat.
struct OpenAIChatWire: SandboxWire {
    private let context: WireContext
    private let beforeText: String
    private static let afterText = "},\"finish_reason\":null}]}\n\n"

    init(_ context: WireContext) {
        self.context = context
        beforeText = "data: \(Self.common(context, "chat.completion.chunk")),\"choices\":[{\"index\":0,\"delta\":{"
    }

    static func read(_ json: JSONValue) throws(SandboxFailure) -> WireCall {
        guard let model = json["model"]?.string, let messages = json["messages"]?.array, !messages.isEmpty else {
            throw SandboxFailure(status: 400, message: "you must provide a model and messages")
        }
        var images: [SandboxPrompt.Image] = []
        var prompt = SandboxPrompt(model: model, turns: [])
        for message in messages {
            let role = message["role"]?.string ?? "user"
            let text = ContentReader.read(message["content"], images: &images)
            if role == "system" || role == "developer" {
                prompt.system = [prompt.system, text].compactMap { $0 }.joined(separator: "\n\n")
            } else {
                prompt.turns.append(.init(role: role, text: text))
            }
        }
        prompt.images = images
        prompt.schema = json["response_format"]?["json_schema"]?["schema"]
        prompt.seed = json["seed"]?.number?.int64
        prompt.maxOutputTokens = ContentReader.limit(json["max_completion_tokens"] ?? json["max_tokens"])
        prompt.stop = ContentReader.stops(json["stop"])
        prompt.reasoning = (json["reasoning_effort"]?.string ?? "none") != "none"
        return WireCall(
            prompt: prompt, stream: json["stream"]?.bool ?? false,
            includeUsage: json["stream_options"]?["include_usage"]?.bool ?? false)
    }

    func contentType(streamed: Bool) -> String { streamed ? "text/event-stream; charset=utf-8" : "application/json" }

    func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        switch event {
        case .opening: output.add(beforeText + "\"role\":\"assistant\",\"content\":\"\"" + Self.afterText)
        case .reasoning(let text):
            output.add(beforeText + "\"reasoning_content\":\(JSONValue.string(text).text)" + Self.afterText)
        case .text(let text):
            output.add(beforeText + "\"content\":")
            Self.literal(text, to: &output)
            output.add(Self.afterText)
        case .malformed: output.addEvent(nil, "{\"id\":\"\(context.id)\",\"choices\":[{\"delta\":")
        case .failure(let failure):
            output.addEvent(nil, String(decoding: refusal(failure), as: UTF8.self))
        case .closing(let answer):
            let common = Self.common(context, "chat.completion.chunk")
            let reason = Self.reason(answer.finish)
            for (index, call) in answer.toolCalls.enumerated() {
                var member = Self.call(call)
                member["index"] = .integer(index)
                output.add(beforeText + "\"tool_calls\":[\(JSONValue.object(member).text)]" + Self.afterText)
            }
            output.addEvent(nil, "\(common),\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"\(reason)\"}]}")
            if context.includeUsage, let usage = context.usageText(Self.usage(answer.usage)) {
                output.addEvent(nil, "\(common),\"choices\":[],\"usage\":\(usage)}")
            }
            output.addEvent(nil, "[DONE]")
        }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var output: [UInt8] = []
        output.add(Self.common(context, "chat.completion"))
        output.add(",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":")
        Self.literal(answer.whole(), to: &output)
        if !answer.reasoning.isEmpty {
            output.add(",\"reasoning_content\":\(JSONValue.string(answer.reasoning).text)")
        }
        if !answer.toolCalls.isEmpty {
            let calls = JSONValue.array(answer.toolCalls.map { .object(Self.call($0)) })
            output.add(",\"tool_calls\":\(calls.text)")
        }
        output.add("},\"finish_reason\":\(finish.map { "\"\(Self.reason($0))\"" } ?? "null")}]")
        if let usage = context.usageText(Self.usage(answer.usage)) { output.add(",\"usage\":\(usage)") }
        output.add("}")
        return output
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] { OpenAIError.body(failure) }

    private static func common(_ context: WireContext, _ object: String) -> String {
        "{\"id\":\"chatcmpl-\(context.id)\",\"object\":\"\(object)\",\"created\":\(WireContext.created),\"model\":"
            + JSONValue.string(context.model).text
    }

    private static func call(_ call: ToolCall) -> JSONObject {
        [
            "id": .string(call.id), "type": "function",
            "function": ["name": .string(call.name), "arguments": .string(call.arguments)],
        ]
    }

    private static func reason(_ finish: FinishReason) -> String { finish.rawValue }

    private static func usage(_ usage: TokenUsage) -> JSONValue {
        [
            "prompt_tokens": .integer(usage.input), "completion_tokens": .integer(usage.output),
            "total_tokens": .integer(usage.input + usage.output),
            "prompt_tokens_details": ["cached_tokens": .integer(usage.cacheRead)],
            "completion_tokens_details": ["reasoning_tokens": .integer(usage.reasoning)],
        ]
    }
}
