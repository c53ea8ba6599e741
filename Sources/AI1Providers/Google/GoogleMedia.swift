internal import AI1Core

/// What the Gemini API has beside answers in text: `:generateContent` with other modalities, `:predict` for Imagen, and
/// `:batchEmbedContents`. See https://ai.google.dev/gemini-api/docs/image-generation, …/speech-generation, …/audio and
/// https://ai.google.dev/api/embeddings.
enum GoogleMedia {
    private static let usualVoice = "Kore"
    /// Google's models have no call for transcripts: they are told to write one.
    static let transcriptWords =
        "Write down word for word what is said in this recording, in the language that is spoken, and nothing else."
    /// Shapes that pictures can have, width by height.
    private static let shapes = [
        (1, 1), (2, 3), (3, 2), (3, 4), (4, 3), (4, 5), (5, 4), (9, 16), (16, 9), (21, 9),
    ]
    private static let imagenShapes = [(1, 1), (3, 4), (4, 3), (9, 16), (16, 9)]

    static func isImagen(_ model: String) -> Bool { model.contains("imagen") }

    /// The fields of `generationConfig` for a request, beside those of text.
    static func configuration(_ request: ChatRequest, model: String) throws -> JSONObject {
        switch request.output {
        case .text, .transcript, .embedding: return [:]
        case .image(let wish):
            var config: JSONObject = ["responseModalities": ["IMAGE"]]
            if let size = wish.size {
                let (width, height) = try pixels(size)
                var shape: JSONObject = ["aspectRatio": .string(nearest(width, height, shapes))]
                // The 2.x series knows one size.
                if !GoogleThinking.isBudgeted(model) { shape["imageSize"] = .string(resolution(max(width, height))) }
                config["imageConfig"] = .object(shape)
            }
            return config
        case .speech(let wish):
            let voice = wish.voice ?? usualVoice
            return [
                "responseModalities": ["AUDIO"],
                "speechConfig": ["voiceConfig": ["prebuiltVoiceConfig": ["voiceName": .string(voice)]]],
            ]
        }
    }

    /// The parts of the turn that holds a recording.
    static func contents(_ request: ChatRequest, _ wish: OutputWish.Transcript) -> JSONValue {
        let language = wish.language.map { " It is spoken in the language \($0)." } ?? ""
        let hint = request.messages.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
        let words = transcriptWords + language + (hint.isEmpty ? "" : "\n\n" + hint)
        return [
            [
                "role": "user",
                "parts": [
                    [
                        "inlineData": [
                            "mimeType": .string(wish.audio.mediaType), "data": .string(Base64.encode(wish.audio.bytes)),
                        ]
                    ],
                    ["text": .string(words)],
                ],
            ]
        ]
    }

    static func predict(_ request: ChatRequest, _ wish: OutputWish.Image, _ target: Target) throws -> HTTPRequest {
        let texts = [request.system ?? ""] + request.messages.map(\.text)
        let prompt = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
        var parameters: JSONObject = ["sampleCount": .integer(wish.count)]
        if let size = wish.size {
            let (width, height) = try pixels(size)
            parameters["aspectRatio"] = .string(nearest(width, height, imagenShapes))
        }
        return post(
            target, "predict", ["instances": [["prompt": .string(prompt)]], "parameters": .object(parameters)])
    }

    static func embed(_ request: ChatRequest, _ wish: OutputWish.Embedding, _ target: Target) -> HTTPRequest {
        let model = target.row.name.model
        let name = model.hasPrefix("models/") ? model : "models/" + model
        let requests = request.messages.map { message -> JSONValue in
            var entry: JSONObject = [
                "model": .string(name), "content": ["parts": [["text": .string(message.text)]]],
            ]
            if let dimensions = wish.dimensions { entry["outputDimensionality"] = .integer(dimensions) }
            return .object(entry)
        }
        return post(target, "batchEmbedContents", ["requests": .array(requests)])
    }

    private static func post(_ target: Target, _ method: String, _ body: JSONValue) -> HTTPRequest {
        WireRequest.post(
            target.endpoint, path: "/models/\(GoogleDialect.segment(target.row.name.model)):\(method)",
            accept: "application/json", key: .named(GoogleDialect.keyHeader), body: body, stream: false)
    }

    private static func pixels(_ size: String) throws -> (Int, Int) {
        let sides = size.split(separator: "x").compactMap { Int($0) }
        guard sides.count == 2, sides.allSatisfy({ (1...65_536).contains($0) }) else {
            throw WireRequest.inexpressible("the size \(FaultText.line(size))", "Google's API")
        }
        return (sides[0], sides[1])
    }

    /// The shape that is nearest to a size: pixels cannot be asked for.
    private static func nearest(_ width: Int, _ height: Int, _ shapes: [(Int, Int)]) -> String {
        func distance(_ shape: (Int, Int)) -> Double {
            let quotient = Double(width * shape.1) / Double(height * shape.0)
            return max(quotient, 1 / quotient)
        }
        let best = shapes.min { distance($0) < distance($1) } ?? (1, 1)
        return "\(best.0):\(best.1)"
    }

    private static func resolution(_ longest: Int) -> String {
        switch longest {
        case ...1_536: "1K"
        case ...3_072: "2K"
        default: "4K"
        }
    }
}
