internal import AI1Core
internal import AI1Providers

/// Ollama's `POST /api/embed`, https://docs.ollama.com/api/embed.
struct OllamaEmbedWire: SandboxWire {
    private let context: WireContext

    init(_ context: WireContext) { self.context = context }

    static func read(_ json: JSONValue) throws(SandboxFailure) -> WireCall {
        guard let model = json["model"]?.string, !model.isEmpty else {
            throw SandboxFailure(status: 400, message: "model is required")
        }
        var prompt = SandboxPrompt(model: model, turns: try MediaRoute.turns(json["input"]))
        prompt.wish = SandboxWish(
            kind: .embedding, dimensions: (json["dimensions"]?.number?.int64).map { Int(clamping: $0) })
        return WireCall(prompt: prompt, stream: false)
    }

    func contentType(streamed: Bool) -> String { "application/json; charset=utf-8" }

    func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        if case .closing(let answer) = event { output.append(contentsOf: whole(answer, finish: answer.finish)) }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var object = ObjectText()
        object.add("model", .string(context.model))
        object.add("embeddings", .array(finish == nil ? [] : MediaRoute.vectors(answer)))
        object.add("total_duration", 1_000_000)
        object.add("load_duration", 100_000)
        object.splice(context.usageText(["prompt_eval_count": .integer(answer.usage.input)]))
        return Array(object.closed.utf8)
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] { OllamaWire(context).refusal(failure) }
}
