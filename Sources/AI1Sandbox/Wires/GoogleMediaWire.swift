internal import AI1Core
internal import AI1Providers

/// Imagen's `:predict`, and `:batchEmbedContents` and `:embedContent`, https://ai.google.dev/api/embeddings.
struct GoogleMediaWire: SandboxWire {
    private let context: WireContext
    private let wish: SandboxWish

    init(_ context: WireContext, _ wish: SandboxWish) {
        self.context = context
        self.wish = wish
    }

    static func read(_ json: JSONValue, _ route: MediaRoute, model: String) throws(SandboxFailure) -> WireCall {
        var call = WireCall(prompt: SandboxPrompt(model: model, turns: []), stream: false)
        switch route {
        case .predict:
            call.prompt.turns = try MediaRoute.turns(json["instances"]?[0]?["prompt"])
            call.prompt.wish = SandboxWish(
                kind: .image, count: Int(clamping: json["parameters"]?["sampleCount"]?.number?.int64 ?? 1))
        default:
            let requests = route == .embed ? [json] : json["requests"]?.array ?? []
            var images: [SandboxPrompt.Image] = []
            call.prompt.turns = requests.map {
                .init(role: "user", text: ContentReader.read($0["content"]?["parts"], images: &images))
            }
            guard !call.prompt.turns.isEmpty else {
                throw SandboxFailure(status: 400, message: "requests is not specified")
            }
            let dimensions = requests.first?["outputDimensionality"]?.number?.int64
            call.prompt.wish = SandboxWish(kind: .embedding, dimensions: dimensions.map { Int(clamping: $0) })
            call.isSingle = route == .embed
        }
        return call
    }

    func contentType(streamed: Bool) -> String { "application/json; charset=UTF-8" }

    func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        if case .closing(let answer) = event { output.append(contentsOf: whole(answer, finish: answer.finish)) }
    }

    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        let value: JSONValue
        if wish.kind == .image {
            // What the filter takes out is not there.
            guard finish != nil, !answer.media.isEmpty else { return Array("{}".utf8) }
            value = [
                "predictions": .array(
                    answer.media.map {
                        [
                            "mimeType": .string($0.mediaType),
                            "bytesBase64Encoded": .string(Base64.encode($0.bytes)),
                        ]
                    })
            ]
        } else {
            let vectors = (finish == nil ? [] : MediaRoute.vectors(answer)).map { ["values": $0] as JSONValue }
            value = context.isSingle ? ["embedding": vectors.first ?? [:]] : ["embeddings": .array(vectors)]
        }
        return value.encoded()
    }

    func refusal(_ failure: SandboxFailure) -> [UInt8] { GoogleWire(context).refusal(failure) }
}
