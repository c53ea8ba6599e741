internal import AI1Core

/// The one document in which Imagen's pictures and vectors come.
struct GoogleMediaEvents: AnswerEvents {
    private let request: ChatRequest
    private(set) var isComplete = false

    init(request: ChatRequest) { self.request = request }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        try document(value, into: &batch)
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        batch.events += 1
        batch.finish = .stop
        if request.output.kind == .embedding {
            let vectors = value["embeddings"]?.array ?? value["embedding"].map { [$0] } ?? []
            batch.media += try VectorList.parts(vectors.map { $0["values"] }, of: request)
        } else {
            for prediction in value["predictions"]?.array ?? [] {
                guard let data = prediction["bytesBase64Encoded"]?.string else { continue }
                batch.media.append(
                    try InlineMedia.part(data, mediaType: prediction["mimeType"]?.string ?? "image/png"))
            }
            // What its filter takes out is not there, and nothing says so unless it is asked.
            if batch.media.isEmpty { batch.finish = .contentFilter }
        }
        isComplete = true
    }
}
