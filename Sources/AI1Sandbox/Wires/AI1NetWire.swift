internal import AI1Core
internal import AI1Providers

/// An AI1NET provider's `POST /v1/generate`. It knows no stream, no model and no finish reason; the form of its
/// errors is not published, so an `error` object with `code` and `message` is this server's own choice.
struct AI1NetWire: SandboxWire {
    private let context: WireContext

    init(_ context: WireContext) { self.context = context }

    static func read(_ json: JSONValue) throws(SandboxFailure) -> WireCall {
        guard let input = json["input"]?.string else {
            throw SandboxFailure(status: 400, message: "input is required")
        }
        let parameters = json["parameters"]
        let prompt = SandboxPrompt(
            model: json["model"]?.string ?? SandboxModel.balanced.rawValue, turns: [.init(role: "user", text: input)],
            schema: parameters?["schema"], seed: parameters?["seed"]?.number?.int64,
            maxOutputTokens: ContentReader.limit(parameters?["max_tokens"]),
            stop: ContentReader.stops(parameters?["stop"]))
        return WireCall(prompt: prompt, stream: false)
    }

    func contentType(streamed: Bool) -> String { "application/json" }

    func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        // A stream of this dialect is its one body.
        if case .closing(let answer) = event { output.append(contentsOf: whole(answer, finish: answer.finish)) }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var output: [UInt8] = []
        output.add("{")
        // Without its end an answer of this dialect is an object without output.
        if finish != nil {
            output.add("\"output\":")
            Self.literal(answer.whole(), to: &output)
            output.add(",")
        }
        if let usage = context.usageText([
            "input_tokens": .integer(answer.usage.input), "output_tokens": .integer(answer.usage.output),
        ]) {
            output.add("\"usage\":\(usage),")
        }
        output.add("\"latency_ms\":1}")
        return output
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] {
        let code = failure.code ?? "status_\(failure.status)"
        return JSONValue.object(["error": ["code": .string(code), "message": .string(failure.message)]]).encoded()
    }
}
