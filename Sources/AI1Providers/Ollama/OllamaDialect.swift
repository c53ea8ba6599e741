package import AI1Core

/// Ollama's native chat: `POST {base}/api/chat`, answered line by line. See https://docs.ollama.com/api/chat.
package struct OllamaDialect: Dialect {
    /// The window that a server gives a model when nothing is asked for; it drops what is longer without a word.
    private static let defaultContextTokens: Int64 = 4_096

    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        if case .embedding(let wish) = request.output { return OllamaEmbedding.encode(request, wish, target) }
        try WireRequest.onlyText(request, "Ollama")
        let model = target.row.name.model
        var body: JSONObject = [
            "model": .string(model),
            "messages": .array(try OllamaMessages.encode(request.messages, target.row.name, system: request.system)),
            "stream": .bool(request.stream),
        ]
        if let schema = request.schema { body["format"] = SchemaForm.plain(schema.schema) }
        if !request.tools.isEmpty { body["tools"] = .array(request.tools.map(Self.tool)) }
        if let effort = request.options.reasoning { body["think"] = Self.think(effort, model) }
        let options = Self.options(request, target)
        if !options.members.isEmpty { body["options"] = .object(options) }
        return WireRequest.post(
            target.endpoint, path: "/api/chat", accept: request.stream ? "application/x-ndjson" : "application/json",
            key: .bearer, body: .object(body), stream: request.stream)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder {
        if request.output.kind == .embedding { return BodyDecoder(.document, OllamaEmbeddingEvents(request: request)) }
        return BodyDecoder(
            request.stream ? .lines : .document,
            OllamaEvents(request: request.id, keepsTurn: !request.tools.isEmpty))
    }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        FaultTable.fault(status: status, head: head, body: body)
    }

    /// Levels are for gpt-oss alone; the other reasoning models take yes or no and refuse words.
    private static func think(_ effort: ReasoningEffort, _ model: String) -> JSONValue {
        guard model.contains("gpt-oss"), effort != .none else { return .bool(effort != .none) }
        return .string(effort == .minimal ? "low" : effort.rawValue)
    }

    private static func options(_ request: ChatRequest, _ target: Target) -> JSONObject {
        var options = JSONObject()
        if let temperature = request.options.temperature { options["temperature"] = .number(temperature) }
        if let limit = request.options.maxOutputTokens { options["num_predict"] = .integer(limit) }
        if let seed = request.options.seed { options["seed"] = .integer(seed) }
        if !request.options.stop.isEmpty { options["stop"] = .array(request.options.stop.map { .string($0) }) }
        if let window = window(request, target.row) { options["num_ctx"] = .integer(window) }
        return options
    }

    /// The window to ask for when the request does not fit the default: the next power of two, at most the model's own.
    private static func window(_ request: ChatRequest, _ row: ModelRow) -> Int64? {
        let output = Int64(request.options.maxOutputTokens ?? 1_024)
        let (sum, isTooLarge) = TokenEstimate.input(of: request).addingReportingOverflow(output)
        let needed = isTooLarge ? Int64.max : sum
        guard needed > defaultContextTokens else { return nil }
        var window = defaultContextTokens
        while window < needed, window < 1 << 30 { window *= 2 }
        return row.contextTokens > 0 ? min(window, Int64(row.contextTokens)) : window
    }

    private static func tool(_ tool: Tool) -> JSONValue {
        [
            "type": "function",
            "function": [
                "name": .string(tool.name), "description": .string(tool.summary), "parameters": tool.parameters,
            ],
        ]
    }
}
