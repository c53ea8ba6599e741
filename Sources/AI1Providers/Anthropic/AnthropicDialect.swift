package import AI1Core

/// Anthropic's messages API, version 2023-06-01: `POST {base}/v1/messages`. See
/// https://platform.claude.com/docs/en/api/messages.
package struct AnthropicDialect: Dialect {
    /// The version of the API that the request is written for.
    static let version = HTTPHeader("anthropic-version", "2023-06-01")
    static let keyHeader = "x-api-key"

    /// `max_tokens` must be sent; so many when the user set none and the model can give as many.
    static let defaultOutputTokens = 8_192
    /// The same when the model reasons, since reasoning counts.
    static let defaultReasoningOutputTokens = 32_768

    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        try WireRequest.onlyText(request, "Anthropic's API")
        let options = request.options
        guard options.seed == nil else { throw WireRequest.inexpressible("a seed", "the messages API") }
        let isNative = SchemaMode.choose(target) == .jsonSchema
        let limit = Self.outputLimit(request, target)
        let thinking = AnthropicThinking.choose(request, target.row.name, maxTokens: limit)
        if thinking.refusesTemperature, let temperature = options.temperature, temperature.int64 != 1 {
            throw ProviderFault(.badRequest, message: "this model cannot reason at a temperature other than 1")
        }
        var body: JSONObject = ["model": .string(target.row.name.model), "max_tokens": .integer(limit)]
        let caches = TokenEstimate.input(of: request) >= AnthropicMessages.cacheThresholdTokens
        let system = isNative ? request.system : SchemaForm.system(request.system, with: request.schema)
        if let system, !system.isEmpty { body["system"] = AnthropicMessages.system(system, caches: caches) }
        body["messages"] = .array(try AnthropicMessages.encode(request.messages, target.row.name, caches: caches))
        if let temperature = options.temperature, !thinking.refusesTemperature {
            body["temperature"] = .number(temperature)
        }
        if !options.stop.isEmpty { body["stop_sequences"] = .array(options.stop.map { .string($0) }) }
        if !request.tools.isEmpty {
            body["tools"] = .array(request.tools.map(Self.tool))
        } else if let called = Self.calledTools(request) {
            // A conversation with calls in it is refused when no tools are defined.
            body["tools"] = .array(called)
            body["tool_choice"] = ["type": "none"]
        }
        if let value = thinking.value { body["thinking"] = value }
        var config = JSONObject()
        if let effort = thinking.effort { config["effort"] = .string(effort) }
        if let schema = request.schema, isNative {
            config["format"] = ["type": "json_schema", "schema": SchemaForm.closed(schema.schema)]
        }
        if !config.members.isEmpty { body["output_config"] = .object(config) }
        if request.stream { body["stream"] = true }
        return WireRequest.post(
            target.endpoint, path: Self.path("messages", target.endpoint), accept: WireRequest.accept(request.stream),
            key: .named(Self.keyHeader), extra: [Self.version], body: .object(body), stream: request.stream)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder {
        BodyDecoder(
            request.stream ? .serverSentEvents : .document,
            AnthropicEvents(request: request.id, keepsTurn: !request.tools.isEmpty))
    }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        FaultTable.fault(status: status, head: head, body: body)
    }

    /// The path of a resource; the base URL may or may not end with the version.
    static func path(_ resource: String, _ endpoint: Endpoint) -> String {
        WireRequest.base(endpoint).hasSuffix("/v1") ? "/\(resource)" : "/v1/\(resource)"
    }

    private static func outputLimit(_ request: ChatRequest, _ target: Target) -> Int {
        if let limit = request.options.maxOutputTokens { return limit }
        let cap = target.row.capabilities.reasoning ? defaultReasoningOutputTokens : defaultOutputTokens
        let most = target.row.maxOutputTokens
        return most > 0 ? min(most, cap) : cap
    }

    /// Bare definitions of the tools that earlier answers called; nil when they called none.
    private static func calledTools(_ request: ChatRequest) -> [JSONValue]? {
        var names: [String] = []
        for case .toolCall(let call) in request.messages.flatMap(\.parts) where !names.contains(call.name) {
            names.append(call.name)
        }
        guard !names.isEmpty else { return nil }
        return names.map { tool(Tool(name: $0, summary: "", parameters: ["type": "object", "properties": [:]])) }
    }

    private static func tool(_ tool: Tool) -> JSONValue {
        ["name": .string(tool.name), "description": .string(tool.summary), "input_schema": tool.parameters]
    }
}
