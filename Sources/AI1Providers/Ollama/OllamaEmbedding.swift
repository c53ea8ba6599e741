internal import AI1Core

/// Ollama's vectors: `POST {base}/api/embed`. See https://docs.ollama.com/api/embed.
enum OllamaEmbedding {
    static func encode(_ request: ChatRequest, _ wish: OutputWish.Embedding, _ target: Target) -> HTTPRequest {
        var body: JSONObject = [
            "model": .string(target.row.name.model), "input": .array(request.messages.map { .string($0.text) }),
            // Else what is longer than the window is dropped without a word.
            "truncate": false,
        ]
        if let dimensions = wish.dimensions { body["dimensions"] = .integer(dimensions) }
        return WireRequest.post(
            target.endpoint, path: "/api/embed", accept: "application/json", key: .bearer, body: .object(body),
            stream: false)
    }
}

/// The answer: one object.
struct OllamaEmbeddingEvents: AnswerEvents {
    private let request: ChatRequest
    private(set) var isComplete = false

    init(request: ChatRequest) { self.request = request }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        try document(value, into: &batch)
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        batch.events += 1
        batch.servedModel = value["model"]?.string
        batch.media += try VectorList.parts(value["embeddings"]?.array ?? [], of: request)
        var counts = TokenCounts()
        let input = counts.read(value["prompt_eval_count"])
        counts.report(input.map { TokenUsage(uncachedInput: $0) }, of: value["prompt_eval_count"] ?? .null)
            .replace(in: &batch)
        batch.finish = .stop
        isComplete = true
    }
}
