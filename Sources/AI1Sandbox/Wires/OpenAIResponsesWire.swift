internal import AI1Core
internal import AI1Providers

/// OpenAI responses, https://platform.openai.com/docs/api-reference/responses.
struct OpenAIResponsesWire: SandboxWire {
    private let context: WireContext
    private var sequence = 0
    private var text: [UInt8] = []
    private var itemIndex = 0

    init(_ context: WireContext) { self.context = context }

    static func read(_ json: JSONValue) throws(SandboxFailure) -> WireCall {
        guard let model = json["model"]?.string, let input = json["input"] else {
            throw SandboxFailure(status: 400, message: "Missing required parameter: 'model' or 'input'.")
        }
        var images: [SandboxPrompt.Image] = []
        var prompt = SandboxPrompt(model: model, system: json["instructions"]?.string, turns: [])
        if let text = input.string { prompt.turns = [.init(role: "user", text: text)] }
        for item in input.array ?? [] {
            let role = item["role"]?.string ?? "tool"
            let text = ContentReader.read(item["content"], images: &images)
            if role == "system" || role == "developer" {
                prompt.system = [prompt.system, text].compactMap { $0 }.joined(separator: "\n\n")
            } else {
                prompt.turns.append(.init(role: role, text: text))
            }
        }
        prompt.images = images
        prompt.schema = json["text"]?["format"]?["schema"]
        prompt.maxOutputTokens = ContentReader.limit(json["max_output_tokens"])
        prompt.reasoning = (json["reasoning"]?["effort"]?.string ?? "none") != "none"
        return WireCall(prompt: prompt, stream: json["stream"]?.bool ?? false)
    }

    func contentType(streamed: Bool) -> String { streamed ? "text/event-stream; charset=utf-8" : "application/json" }

    mutating func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        switch event {
        case .opening(let answer):
            let begun = response(
                "in_progress", output: "[]", usage: context.usage == .absent ? nil : "null", reason: nil)
            emit("response.created", [("response", begun)], &output)
            emit("response.in_progress", [("response", begun)], &output)
            if answer.reasoning.isEmpty { openMessage(&output) }
        case .reasoning(let text): reason(text, &output)
        case .text(let piece):
            text.append(contentsOf: piece)
            emit("response.output_text.delta", place + [("delta", Self.raw(piece)), ("logprobs", "[]")], &output)
        case .malformed:
            output.addEvent("response.output_text.delta", "{\"type\":\"response.output_text.delta\",\"delta\":")
        case .failure(let failure):
            emit(
                "error",
                [
                    ("code", Self.raw(failure.code ?? "server_error")),
                    ("message", Self.raw(failure.givenMessage ?? OpenAIError.words(failure))), ("param", "null"),
                ], &output)
        case .closing(let answer): close(answer, &output)
        }
    }

    private mutating func openMessage(_ output: inout [UInt8]) {
        let item = message(status: "in_progress", content: "[]")
        emit("response.output_item.added", [("output_index", "\(itemIndex)"), ("item", item)], &output)
        emit("response.content_part.added", place + [("part", textPart("\"\""))], &output)
    }

    private mutating func reason(_ text: String, _ output: inout [UInt8]) {
        let id = Self.raw("rs_\(context.id)")
        let empty = "{\"id\":\(id),\"type\":\"reasoning\",\"summary\":[]}"
        emit("response.output_item.added", [("output_index", "0"), ("item", empty)], &output)
        emit(
            "response.reasoning_summary_text.delta",
            [("item_id", id), ("output_index", "0"), ("summary_index", "0"), ("delta", Self.raw(text))], &output)
        emit("response.output_item.done", [("output_index", "0"), ("item", reasoningItem(text))], &output)
        itemIndex = 1
        openMessage(&output)
    }

    private mutating func close(_ answer: SandboxAnswer, _ output: inout [UInt8]) {
        let literal = Self.raw(text)
        let complete = answer.finish == .stop || answer.finish == .toolCalls
        let status = complete ? "completed" : "incomplete"
        emit("response.output_text.done", place + [("text", literal), ("logprobs", "[]")], &output)
        emit("response.content_part.done", place + [("part", textPart(literal))], &output)
        let item = message(status: status, content: "[\(textPart(literal))]")
        emit("response.output_item.done", [("output_index", "\(itemIndex)"), ("item", item)], &output)
        let items = (answer.reasoning.isEmpty ? [] : [reasoningItem(answer.reasoning)]) + [item]
        let final = response(
            status, output: "[\(items.joined(separator: ","))]",
            usage: context.usageText(Self.usage(answer.usage)), reason: Self.reason(answer.finish))
        emit("response.\(status)", [("response", final)], &output)
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        let content = textPart(Self.raw(answer.whole()))
        let complete = finish == .stop || finish == .toolCalls
        let status = finish == nil ? "in_progress" : complete ? "completed" : "incomplete"
        let item = message(status: status, content: "[\(content)]")
        let items = (answer.reasoning.isEmpty ? [] : [reasoningItem(answer.reasoning)]) + [item]
        return Array(
            response(
                status, output: "[\(items.joined(separator: ","))]",
                usage: context.usageText(Self.usage(answer.usage)), reason: finish.flatMap(Self.reason)
            ).utf8)
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] { OpenAIError.body(failure) }

    private mutating func emit(_ type: String, _ members: [(name: String, raw: String)], _ output: inout [UInt8]) {
        var object = ObjectText()
        object.add("type", .string(type))
        object.add("sequence_number", .integer(sequence))
        for (name, raw) in members { object.add(name, raw: raw) }
        sequence += 1
        output.addEvent(type, object.closed)
    }

    /// Where in the output a text event belongs.
    private var place: [(name: String, raw: String)] {
        [("item_id", Self.raw("msg_\(context.id)")), ("output_index", "\(itemIndex)"), ("content_index", "0")]
    }

    private static func raw(_ text: String) -> String { JSONValue.string(text).text }

    private static func raw(_ text: [UInt8]) -> String { raw(String(decoding: text, as: UTF8.self)) }

    private func textPart(_ literal: String) -> String {
        "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\(literal)}"
    }

    private func message(status: String, content: String) -> String {
        "{\"id\":\"msg_\(context.id)\",\"type\":\"message\",\"status\":\"\(status)\",\"role\":\"assistant\","
            + "\"content\":\(content)}"
    }

    private func reasoningItem(_ text: String) -> String {
        let item: JSONValue = [
            "id": .string("rs_\(context.id)"), "type": "reasoning",
            "summary": [["type": "summary_text", "text": .string(text)]],
        ]
        return item.text
    }

    private func response(_ status: String, output: String, usage: String?, reason: String?) -> String {
        var object = ObjectText()
        object.add("id", .string("resp_\(context.id)"))
        object.add("object", "response")
        object.add("created_at", .integer(WireContext.created))
        object.add("status", .string(status))
        object.add("error", .null)
        object.add("incomplete_details", raw: reason.map { "{\"reason\":\"\($0)\"}" } ?? "null")
        object.add("model", .string(context.model))
        object.add("output", raw: output)
        object.add("usage", raw: usage)
        return object.closed
    }

    private static func reason(_ finish: FinishReason) -> String? {
        switch finish {
        case .length: "max_output_tokens"
        case .contentFilter: "content_filter"
        case .stop, .toolCalls: nil
        }
    }

    private static func usage(_ usage: TokenUsage) -> JSONValue {
        [
            "input_tokens": .integer(usage.input),
            "input_tokens_details": ["cached_tokens": .integer(usage.cacheRead)],
            "output_tokens": .integer(usage.output),
            "output_tokens_details": ["reasoning_tokens": .integer(usage.reasoning)],
            "total_tokens": .integer(usage.input + usage.output),
        ]
    }
}
