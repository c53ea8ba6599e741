package import AI1Core

/// OpenAI's responses API: `POST {base}/responses`. See https://platform.openai.com/docs/api-reference/responses.
/// Nothing is stored at the provider: every request carries its whole conversation.
package struct OpenAIResponsesDialect: Dialect {
    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        try WireRequest.onlyText(request, "the responses API")
        let options = request.options
        guard options.stop.isEmpty else { throw WireRequest.inexpressible("stop sequences", "the responses API") }
        guard options.seed == nil else { throw WireRequest.inexpressible("a seed", "the responses API") }
        let mode = SchemaMode.choose(target)
        var body: JSONObject = ["model": .string(target.row.name.model)]
        let system = mode == .jsonSchema ? request.system : SchemaForm.system(request.system, with: request.schema)
        if let system { body["instructions"] = .string(system) }
        body["input"] = .array(OpenAIResponsesInput.encode(request.messages, target.row.name))
        if let temperature = options.temperature { body["temperature"] = .number(temperature) }
        if let limit = options.maxOutputTokens { body["max_output_tokens"] = .integer(limit) }
        if let effort = options.reasoning { body["reasoning"] = ["effort": .string(effort.rawValue)] }
        if let schema = request.schema, let format = Self.format(schema, mode) { body["text"] = ["format": format] }
        if !request.tools.isEmpty { body["tools"] = .array(request.tools.map(Self.tool)) }
        body["store"] = false
        // A model that does not reason refuses this.
        if !request.tools.isEmpty, target.row.capabilities.reasoning {
            body["include"] = ["reasoning.encrypted_content"]
        }
        if request.stream { body["stream"] = true }
        return WireRequest.post(
            target.endpoint, path: "/responses", accept: WireRequest.accept(request.stream), key: .bearer,
            body: .object(body), stream: request.stream)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder {
        BodyDecoder(
            request.stream ? .serverSentEvents : .document,
            OpenAIResponsesEvents(request: request.id, keepsTurn: !request.tools.isEmpty))
    }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        FaultTable.fault(status: status, head: head, body: body)
    }

    private static func tool(_ tool: Tool) -> JSONValue {
        [
            "type": "function", "name": .string(tool.name), "description": .string(tool.summary),
            "parameters": tool.parameters, "strict": false,
        ]
    }

    private static func format(_ schema: OutputSchema, _ mode: ProviderQuirks.SchemaMode) -> JSONValue? {
        switch mode {
        case .jsonSchema:
            [
                "type": "json_schema", "name": .string(schema.name), "schema": SchemaForm.plain(schema.schema),
                "strict": .bool(SchemaForm.isStrict(schema.schema)),
            ]
        case .jsonObject: ["type": "json_object"]
        case .prompt: nil
        }
    }
}
