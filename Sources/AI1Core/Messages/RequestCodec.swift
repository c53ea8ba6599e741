/// A request as JSON, for keeping it between two runs of the program.
package enum RequestCodec {
    /// The request's JSON form. Images are base64.
    package static func encode(_ request: ChatRequest) -> JSONValue {
        var object: JSONObject = ["id": .string(request.id.description)]
        object["system"] = request.system.map { .string($0) }
        object["messages"] = .array(request.messages.map(MessageCodec.encode))
        object["options"] = encode(request.options)
        object["schema"] = request.schema.map { .object(["name": .string($0.name), "schema": $0.schema]) }
        object["tools"] =
            request.tools.isEmpty
            ? nil
            : .array(
                request.tools.map {
                    .object(["name": .string($0.name), "summary": .string($0.summary), "parameters": $0.parameters])
                })
        object["stream"] = .bool(request.stream)
        return .object(object)
    }

    private static func encode(_ options: ChatOptions) -> JSONValue {
        var object = JSONObject()
        object["temperature"] = options.temperature.map { .number($0) }
        object["max_output_tokens"] = options.maxOutputTokens.map { .integer($0) }
        object["seed"] = options.seed.map { .integer($0) }
        object["stop"] = options.stop.isEmpty ? nil : .array(options.stop.map { .string($0) })
        object["reasoning"] = options.reasoning.map { .string($0.rawValue) }
        object["objective"] = options.objective.map { .string($0.rawValue) }
        return .object(object)
    }

    /// The request of a JSON form; nil when something is missing or of the wrong type.
    package static func decode(_ value: JSONValue) -> ChatRequest? {
        guard let id = value["id"]?.string.flatMap(RequestID.init), let messages = value["messages"]?.array else {
            return nil
        }
        guard let decoded = MessageCodec.decode(messages) else { return nil }
        var request = ChatRequest(id: id, system: value["system"]?.string, messages: decoded)
        request.options = options(value["options"] ?? .null)
        if let schema = value["schema"], let name = schema["name"]?.string, let body = schema["schema"] {
            request.schema = OutputSchema(name: name, schema: body)
        }
        request.tools = (value["tools"]?.array ?? []).compactMap { tool in
            guard let name = tool["name"]?.string, let parameters = tool["parameters"] else { return nil }
            return Tool(name: name, summary: tool["summary"]?.string ?? "", parameters: parameters)
        }
        request.stream = value["stream"]?.bool ?? true
        return request
    }

    private static func options(_ value: JSONValue) -> ChatOptions {
        ChatOptions(
            temperature: value["temperature"]?.number,
            maxOutputTokens: value["max_output_tokens"]?.number?.int64.flatMap(Int.init(exactly:)),
            seed: value["seed"]?.number?.int64, stop: (value["stop"]?.array ?? []).compactMap(\.string),
            reasoning: value["reasoning"]?.string.flatMap(ReasoningEffort.init),
            objective: value["objective"]?.string.flatMap(Objective.init))
    }
}
