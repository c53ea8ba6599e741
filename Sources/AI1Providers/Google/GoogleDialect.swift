package import AI1Core

/// Google's Gemini API: `POST {base}/models/{model}:generateContent` and `:streamGenerateContent`. See
/// https://ai.google.dev/api/generate-content.
package struct GoogleDialect: Dialect {
    static let keyHeader = "x-goog-api-key"

    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        switch request.output {
        case .image(let wish) where GoogleMedia.isImagen(target.row.name.model):
            return try GoogleMedia.predict(request, wish, target)
        case .embedding(let wish): return GoogleMedia.embed(request, wish, target)
        default: return try generate(request, target)
        }
    }

    private func generate(_ request: ChatRequest, _ target: Target) throws -> HTTPRequest {
        let isNative = SchemaMode.choose(target) == .jsonSchema
        var body = JSONObject()
        let system = isNative ? request.system : SchemaForm.system(request.system, with: request.schema)
        if let system, !system.isEmpty { body["systemInstruction"] = ["parts": [["text": .string(system)]]] }
        if case .transcript(let wish) = request.output {
            body["contents"] = GoogleMedia.contents(request, wish)
        } else {
            body["contents"] = .array(try GoogleContents.encode(request.messages, model: target.row.name.model))
        }
        if !request.tools.isEmpty {
            body["tools"] = [["functionDeclarations": .array(request.tools.map(Self.tool))]]
        }
        var config = Self.configuration(request, target, isNative: isNative)
        let media = try GoogleMedia.configuration(request, model: target.row.name.model)
        for (name, value) in media.members { config[name] = value }
        if !config.members.isEmpty { body["generationConfig"] = .object(config) }
        let method = request.stream ? "streamGenerateContent?alt=sse" : "generateContent"
        return WireRequest.post(
            target.endpoint, path: "/models/\(Self.segment(target.row.name.model)):\(method)",
            accept: WireRequest.accept(request.stream), key: .named(Self.keyHeader), body: .object(body),
            stream: request.stream)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder {
        if request.output.kind == .embedding { return BodyDecoder(.document, GoogleMediaEvents(request: request)) }
        return BodyDecoder(request.stream ? .serverSentEvents : .document, GoogleEvents(request: request))
    }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        FaultTable.fault(status: status, head: head, body: body)
    }

    /// A model's place in the path; the API's own listing has `models/` before the id.
    static func segment(_ model: String) -> String {
        PercentEncoding.segment(model.hasPrefix("models/") ? String(model.dropFirst(7)) : model)
    }

    private static func configuration(_ request: ChatRequest, _ target: Target, isNative: Bool) -> JSONObject {
        let options = request.options
        var config = JSONObject()
        if let temperature = options.temperature { config["temperature"] = .number(temperature) }
        if let limit = options.maxOutputTokens { config["maxOutputTokens"] = .integer(limit) }
        if !options.stop.isEmpty { config["stopSequences"] = .array(options.stop.map { .string($0) }) }
        if let seed = options.seed { config["seed"] = .integer(seed) }
        if let schema = request.schema, isNative {
            config["responseMimeType"] = "application/json"
            config["responseJsonSchema"] = SchemaForm.plain(schema.schema)
        } else if request.schema != nil, target.endpoint.quirks.schemaMode == .jsonObject {
            config["responseMimeType"] = "application/json"
        }
        if let effort = options.reasoning {
            config["thinkingConfig"] = GoogleThinking.configuration(effort, model: target.row.name.model)
        }
        return config
    }

    private static func tool(_ tool: Tool) -> JSONValue {
        [
            "name": .string(tool.name), "description": .string(tool.summary),
            "parametersJsonSchema": SchemaForm.plain(tool.parameters),
        ]
    }
}
