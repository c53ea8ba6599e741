internal import AI1Core
internal import AI1Providers

/// Ollama's native chat, https://docs.ollama.com/api.
struct OllamaWire: SandboxWire {
    private let context: WireContext

    init(_ context: WireContext) { self.context = context }

    static func read(_ json: JSONValue) throws(SandboxFailure) -> WireCall {
        guard let model = json["model"]?.string, !model.isEmpty else {
            throw SandboxFailure(status: 400, message: "model is required")
        }
        var prompt = SandboxPrompt(model: model, turns: [])
        for message in json["messages"]?.array ?? [] {
            let text = message["content"]?.string ?? ""
            for image in message["images"]?.array ?? [] {
                prompt.images.append(
                    .init(mediaType: "image", byteCount: ContentReader.decodedCount(image.string ?? "")))
            }
            if message["role"]?.string == "system" {
                prompt.system = [prompt.system, text].compactMap { $0 }.joined(separator: "\n\n")
            } else {
                prompt.turns.append(.init(role: message["role"]?.string ?? "user", text: text))
            }
        }
        let options = json["options"]
        if json["format"]?.object != nil { prompt.schema = json["format"] }
        prompt.seed = options?["seed"]?.number?.int64
        prompt.maxOutputTokens = (options?["num_predict"]?.number?.int64).flatMap {
            $0 > 0 ? Int(clamping: min($0, 1 << 40)) : nil
        }
        prompt.stop = ContentReader.stops(options?["stop"])
        prompt.reasoning = json["think"].map { $0.bool ?? ($0.string != nil) } ?? false
        return WireCall(prompt: prompt, stream: json["stream"]?.bool ?? true)
    }

    func contentType(streamed: Bool) -> String { streamed ? "application/x-ndjson" : "application/json; charset=utf-8" }

    func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        switch event {
        case .opening: break
        case .reasoning(let text):
            output.add(begin + "\"\",\"thinking\":\(JSONValue.string(text).text)},\"done\":false}\n")
        case .text(let text):
            output.add(begin)
            Self.literal(text, to: &output)
            output.add("},\"done\":false}\n")
        case .malformed: output.add(begin + "\n")
        case .failure(let failure): output.append(contentsOf: refusal(failure) + [0x0A])
        case .closing(let answer):
            output.add(begin + "\"\"}" + end(answer, answer.finish) + "\n")
        }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var output: [UInt8] = []
        output.add(begin)
        Self.literal(answer.whole(), to: &output)
        if !answer.reasoning.isEmpty { output.add(",\"thinking\":\(JSONValue.string(answer.reasoning).text)") }
        output.add("}" + (finish.map { end(answer, $0) } ?? ",\"done\":false}"))
        return output
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] {
        let words =
            switch (failure.code, failure.status) {
            case ("context_length_exceeded", _): "prompt too long; exceeded max context length by 808 tokens"
            case (_, 404): "model '\(context.model)' not found"
            default: failure.message
            }
        return JSONValue.object(["error": .string(failure.givenMessage ?? words)]).encoded()
    }

    private var begin: String {
        "{\"model\":\(JSONValue.string(context.model).text),\"created_at\":\"2026-01-01T00:00:00Z\","
            + "\"message\":{\"role\":\"assistant\",\"content\":"
    }

    private func end(_ answer: SandboxAnswer, _ finish: FinishReason) -> String {
        var object = ObjectText()
        object.add("done_reason", .string(finish == .length ? "length" : "stop"))
        object.add("done", true)
        object.add("total_duration", 1_000_000)
        object.add("load_duration", 100_000)
        object.splice(
            context.usageText([
                "prompt_eval_count": .integer(answer.usage.input), "prompt_eval_duration": 100_000,
                "eval_count": .integer(answer.usage.output), "eval_duration": 800_000,
            ]))
        return "," + object.closed.dropFirst()
    }

    /// The list of `GET /api/tags`.
    static func tags(_ names: [String]) -> JSONValue {
        let models: [JSONValue] = names.map { name in
            var digest = SandboxDigest()
            digest.add(name)
            return [
                "name": .string(name), "model": .string(name), "modified_at": "2026-01-01T00:00:00Z", "size": 0,
                "digest": .string(hexadecimal(digest.value, width: 64)),
                "details": [
                    "format": "sandbox", "family": "sandbox", "families": ["sandbox"], "parameter_size": "0B",
                    "quantization_level": "none",
                ],
            ]
        }
        return ["models": .array(models)]
    }
}
