package import AI1Core

/// OpenAI chat completions, as OpenAI and every compatible brand serve them: `POST {base}/chat/completions`;
/// what is not text by the calls of `OpenAIMedia`.
/// See https://platform.openai.com/docs/api-reference/chat.
package struct OpenAIChatDialect: Dialect {
    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        guard request.output == .text else { return try OpenAIMedia.encode(request, target) }
        return WireRequest.post(
            target.endpoint, path: "/chat/completions", accept: WireRequest.accept(request.stream), key: .bearer,
            body: .object(Self.body(request, target)), stream: request.stream)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder {
        guard request.output == .text else { return OpenAIMedia.decoder(for: request) }
        return BodyDecoder(
            request.stream ? .serverSentEvents : .document,
            OpenAIChatEvents(request: request.id, keepsTurn: !request.tools.isEmpty))
    }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        FaultTable.fault(status: status, head: head, body: body)
    }

    private static func body(_ request: ChatRequest, _ target: Target) -> JSONObject {
        let options = request.options
        let quirks = target.endpoint.quirks
        let mode = SchemaMode.choose(target)
        var body: JSONObject = ["model": .string(target.row.name.model)]
        let system = mode == .jsonSchema ? request.system : SchemaForm.system(request.system, with: request.schema)
        body["messages"] = .array(OpenAIChatMessages.encode(request.messages, target.row.name, system: system))
        if let temperature = options.temperature { body["temperature"] = .number(temperature) }
        if let limit = options.maxOutputTokens { body[quirks.outputLimitField.rawValue] = .integer(limit) }
        if !options.stop.isEmpty { body["stop"] = .array(options.stop.map { .string($0) }) }
        if let seed = options.seed { body["seed"] = .integer(seed) }
        if let effort = options.reasoning { body["reasoning_effort"] = .string(effort.rawValue) }
        if let schema = request.schema { body["response_format"] = responseFormat(schema, mode) }
        if !request.tools.isEmpty { body["tools"] = .array(request.tools.map(tool)) }
        if request.stream {
            body["stream"] = true
            if quirks.streamUsage { body["stream_options"] = ["include_usage": true] }
        }
        return body
    }

    private static func tool(_ tool: Tool) -> JSONValue {
        [
            "type": "function",
            "function": [
                "name": .string(tool.name), "description": .string(tool.summary), "parameters": tool.parameters,
            ],
        ]
    }

    private static func responseFormat(_ schema: OutputSchema, _ mode: ProviderQuirks.SchemaMode) -> JSONValue? {
        switch mode {
        case .jsonSchema:
            [
                "type": "json_schema",
                "json_schema": [
                    "name": .string(schema.name), "schema": SchemaForm.plain(schema.schema),
                    "strict": .bool(SchemaForm.isStrict(schema.schema)),
                ],
            ]
        case .jsonObject: ["type": "json_object"]
        case .prompt: nil
        }
    }
}
