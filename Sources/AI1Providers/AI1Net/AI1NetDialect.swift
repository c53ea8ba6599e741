package import AI1Core

/// AI1NET's provider API as it is published: `POST {base}/v1/generate` with `input` and `parameters`, answered with
/// `output` and `usage`. It has no streaming, no roles, no tools, takes no images, and names no model: a provider serves
/// one.
package struct AI1NetDialect: Dialect {
    package init() {}

    package func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest {
        let options = request.options
        let name = "AI1NET's generate API"
        guard request.tools.isEmpty else { throw WireRequest.inexpressible("tools", name) }
        guard options.stop.isEmpty else { throw WireRequest.inexpressible("stop sequences", name) }
        guard options.seed == nil else { throw WireRequest.inexpressible("a seed", name) }
        guard options.reasoning == nil else { throw WireRequest.inexpressible("a reasoning effort", name) }
        let media = try AI1NetMedia.parameters(request.output, name)
        var parameters = media ?? JSONObject()
        if media == nil, let limit = options.maxOutputTokens { parameters["max_tokens"] = .integer(limit) }
        if media == nil, let temperature = options.temperature { parameters["temperature"] = .number(temperature) }
        let input = try AI1NetInput.join(
            request.messages, system: SchemaForm.system(request.system, with: request.schema))
        return WireRequest.post(
            target.endpoint, path: "/v1/generate", accept: "application/json", key: .bearer,
            body: ["input": .string(input), "parameters": .object(parameters)], stream: false)
    }

    package func decoder(for request: ChatRequest) -> any AnswerDecoder {
        BodyDecoder(.document, AI1NetEvents(wantsMedia: request.output.isMedia))
    }

    package func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        FaultTable.fault(status: status, head: head, body: body)
    }
}
