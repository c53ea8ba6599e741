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
        add(request.output)
    }

    /// Text adds nothing, so that requests for it keep the digests that they had.
    private mutating func add(_ output: OutputWish) {
        if output == .text { return }
        add("output", output.kind.rawValue)
        switch output {
        case .text: break
        case .image(let wish):
            add("size", wish.size)
            add("quality", wish.quality)
            add("format", wish.format?.rawValue)
            add("count", String(wish.count))
        case .speech(let wish):
            add("voice", wish.voice)
            add("format", wish.format?.rawValue)
        case .transcript(let wish):
            add("audio", octets: wish.audio.bytes)
            add("language", wish.language)
        case .embedding(let wish): add("dimensions", wish.dimensions.map(String.init))
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
