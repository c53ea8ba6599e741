internal import AI1Core
internal import AI1Ledger

extension RequestDigest {
    /// Adds everything that shapes the answer, whoever gives it: words, images, options, schema and tools.
    mutating func add(_ request: ChatRequest) {
        add("system", request.system)
        for message in request.messages {
            add("role", message.role.rawValue)
            for part in message.parts { add(part) }
        }
        let options = request.options
        add("temperature", options.temperature?.text)
        add("max_tokens", options.maxOutputTokens.map(String.init))
        add("seed", options.seed.map { String($0) })
        for text in options.stop { add("stop", text) }
        add("reasoning", options.reasoning?.rawValue)
        add("schema", request.schema?.schema.text)
        for tool in request.tools {
            add("tool", tool.name)
            add("parameters", tool.parameters.text)
        }
    }

    private mutating func add(_ part: Part) {
        switch part {
        case .text(let text): add("text", text)
        case .image(let image):
            add("image", image.mediaType)
            add("image", octets: image.bytes)
        case .toolCall(let call):
            add("call", call.name)
            add("call", call.arguments)
        case .toolResult(let result): add("result", result.content)
        }
    }
}
