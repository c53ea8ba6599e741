internal import AI1Core

/// The one document in which pictures, transcripts and vectors come.
struct OpenAIMediaEvents: AnswerEvents {
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
        switch request.output {
        case .transcript:
            guard let text = value["text"]?.string else { throw Self.lacking("text", value) }
            batch.text.append(contentsOf: text.utf8)
        case .embedding: batch.media += try VectorList.parts(try Self.vectors(value), of: request)
        case .image, .speech, .text: try Self.take(images: value, &batch)
        }
        if let report = value["usage"], report.object != nil { Self.usage(report).replace(in: &batch) }
        batch.finish = .stop
        isComplete = true
    }

    private static func take(images value: JSONValue, _ batch: inout AnswerBatch) throws {
        guard let entries = value["data"]?.array else { throw lacking("data", value) }
        for entry in entries {
            if let data = entry["b64_json"]?.string {
                batch.media.append(try InlineMedia.part(data, mediaType: "image/png"))
            } else if let url = entry["url"]?.string {
                batch.mediaURLs.append(url)
            }
        }
    }

    /// The vectors in the order of their numbers.
    private static func vectors(_ value: JSONValue) throws -> [JSONValue?] {
        guard let entries = value["data"]?.array else { throw lacking("data", value) }
        return entries.enumerated().sorted { left, right in
            (left.element["index"]?.number?.int64 ?? Int64(left.offset), left.offset)
                < (right.element["index"]?.number?.int64 ?? Int64(right.offset), right.offset)
        }.map { $0.element["embedding"] }
    }

    /// Pictures and transcripts count as the responses API does, vectors as chat does; some transcripts count seconds.
    private static func usage(_ report: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        if report["type"]?.string == "duration" {
            let seconds = counts.read(report["seconds"])
            return counts.report(seconds.map { TokenUsage(audioInput: $0) }, of: report)
        }
        if let input = counts.read(report["prompt_tokens"]) {
            return counts.report(TokenUsage(uncachedInput: input), of: report)
        }
        guard let input = counts.read(report["input_tokens"]), let output = counts.read(report["output_tokens"]) else {
            return counts.report(nil, of: report)
        }
        let details = report["input_token_details"] ?? report["input_tokens_details"]
        let audio = counts.read(details?["audio_tokens"]) ?? 0
        let cached = counts.read(details?["cached_tokens"]) ?? 0
        let rest = counts.rest(of: input, without: audio, cached)
        return counts.report(
            TokenUsage(uncachedInput: rest, cacheRead: cached, visibleOutput: output, audioInput: audio), of: report)
    }

    private static func lacking(_ name: String, _ value: JSONValue) -> ProviderFault {
        ProviderFault(
            .malformed, message: "the answer has no \(name)", underlying: FaultText.underlying(value.encoded()))
    }
}
