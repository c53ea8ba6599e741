internal import AI1Core
internal import AI1Ledger

/// The hash of what is asked, whoever answers it: words, images, schema, tools and what shapes the answer. Two runs of one
/// command have the same.
enum RequestFingerprint {
    /// Thirty-two octets.
    static func hash(_ request: ChatRequest) -> [UInt8] {
        var digest = RequestDigest()
        digest.add("system", request.system)
        for message in request.messages {
            digest.add("role", message.role.rawValue)
            for part in message.parts { add(part, to: &digest) }
        }
        let options = request.options
        digest.add("temperature", options.temperature?.text)
        digest.add("max_tokens", options.maxOutputTokens.map(String.init))
        digest.add("seed", options.seed.map { String($0) })
        for text in options.stop { digest.add("stop", text) }
        digest.add("reasoning", options.reasoning?.rawValue)
        digest.add("schema", request.schema?.schema.text)
        for tool in request.tools {
            digest.add("tool", tool.name)
            digest.add("parameters", tool.parameters.text)
        }
        return digest.hash
    }

    private static func add(_ part: Part, to digest: inout RequestDigest) {
        switch part {
        case .text(let text): digest.add("text", text)
        case .image(let image):
            digest.add("image", image.mediaType)
            digest.add("octets", octets: image.bytes)
        case .toolCall(let call):
            digest.add("call", call.name)
            digest.add("arguments", call.arguments)
        case .toolResult(let result): digest.add("result", result.content)
        }
    }
}
