package import AI1Core

/// The dialect of the embedded simulation; its wire form is described at `SandboxFraming`.
package struct SandboxDialect: Dialect {
    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        guard request.tools.isEmpty else {
            throw ProviderFault(.badRequest, message: "the sandbox cannot call tools")
        }
        var body: JSONObject = ["model": .string(target.row.name.model)]
        if let system = request.system { body["system"] = .string(system) }
        body["messages"] = .array(request.messages.map(Self.message))
        if let schema = request.schema { body["schema"] = schema.schema }
        if let seed = request.options.seed { body["seed"] = .integer(seed) }
        if let limit = request.options.maxOutputTokens { body["max_output_tokens"] = .integer(limit) }
        if !request.options.stop.isEmpty { body["stop"] = .array(request.options.stop.map(JSONValue.string)) }
        if let effort = request.options.reasoning { body["reasoning"] = .string(effort.rawValue) }
        if let output = SandboxWish.encoded(request.output) { body["output"] = output }
        body["stream"] = .bool(request.stream && request.output == .text)
        return HTTPRequest(
            method: .post, url: target.endpoint.baseURL + "/v1/answer",
            headers: [HTTPHeader("Content-Type", "application/json")] + target.endpoint.headers,
            body: JSONValue.object(body).encoded())
    }

    private static func message(_ message: Message) -> JSONValue {
        var object: JSONObject = ["role": .string(message.role.rawValue)]
        var images: [JSONValue] = []
        for part in message.parts {
            guard case .image(let image) = part else { continue }
            images.append(["media_type": .string(image.mediaType), "bytes": .integer(image.bytes.count)])
        }
        object["text"] = .string(message.text)
        if !images.isEmpty { object["images"] = .array(images) }
        return .object(object)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder { SandboxDecoder() }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        let error = (try? JSONParser.parse(body))?["error"]
        let words = error?["message"]?.string ?? "status \(status)"
        return ProviderFault(
            Self.kind(status: status, code: error?["code"]?.string), status: status,
            message: TerminalCleaner.cleanLine(words),
            retryAfterMilliseconds: head["retry-after"].flatMap { Int64($0) }.map { $0 * 1_000 }, underlying: words)
    }

    /// The row of the fault table for a refusal or an in-band error.
    static func kind(status: Int, code: String?) -> FaultKind {
        switch (code, status) {
        case ("context_length_exceeded", 400..<500): .contextTooLong
        case ("content_filter", 400..<500): .contentFiltered
        case ("insufficient_quota", 400..<500), (_, 402): .quotaExhausted
        case (_, 300..<400): .redirected
        case (_, 401), (_, 403): .keyRefused
        case (_, 404): .modelNotFound
        case (_, 408), (_, 409), (_, 425): .transient
        case (_, 429): .rateLimited
        case (_, 500...): .serverError
        default: .badRequest
        }
    }
}
