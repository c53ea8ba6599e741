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
        var prompt = SandboxPrompt(
            model: json["model"]?.string ?? SandboxModel.balanced.rawValue, turns: [.init(role: "user", text: input)],
            schema: parameters?["schema"], seed: parameters?["seed"]?.number?.int64,
            maxOutputTokens: ContentReader.limit(parameters?["max_tokens"]),
            stop: ContentReader.stops(parameters?["stop"]))
        if let size = parameters?["size"]?.string {
            prompt.wish = SandboxWish(kind: .image, size: size)
        } else if let format = parameters?["format"]?.string {
            prompt.wish = SandboxWish(kind: .speech, format: MediaFormat(rawValue: format))
        }
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
            if let part = answer.media.first {
                output.add(Self.place(part, answer))
            } else {
                Self.literal(answer.whole(), to: &output)
            }
            output.add(",")
        }
        // Media carries no usage.
        if context.wish != nil { return output + Array("\"latency_ms\":1}".utf8) }
        if let usage = context.usageText([
            "input_tokens": .integer(answer.usage.input), "output_tokens": .integer(answer.usage.output),
        ]) {
            output.add("\"usage\":\(usage),")
        }
        output.add("\"latency_ms\":1}")
        return output
    }

    /// Where the media is. In the address itself: nothing is ever fetched from this machine. A plan's own text is an address.
    private static func place(_ part: MediaPart, _ answer: SandboxAnswer) -> String {
        let url = answer.text.isEmpty ? "data:\(part.mediaType);base64,\(Base64.encode(part.bytes))" : answer.text
        let name = part.mediaType.hasPrefix("image/") ? "image_url" : "audio_url"
        return JSONValue.object([name: .string(url)]).text
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] {
        let code = failure.code ?? "status_\(failure.status)"
        return JSONValue.object(["error": ["code": .string(code), "message": .string(failure.message)]]).encoded()
    }
}
