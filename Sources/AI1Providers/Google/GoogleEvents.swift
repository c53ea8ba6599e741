internal import AI1Core

/// The answer of the Gemini API: responses that each bring a piece of the candidate, or one response. Without
/// `alt=sse` a stream comes as an array of responses, which is read, too.
struct GoogleEvents: AnswerEvents {
    private let request: ChatRequest
    private var identified = false
    private var callCount = 0
    private var textBytes = 0
    private var reasoningBytes = 0
    private var lastReport: JSONValue?
    private(set) var isComplete = false

    init(request: ChatRequest) { self.request = request }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard value.object != nil else {
            throw ProviderFault(.malformed, message: "an event is not a JSON object")
        }
        identify(value, &batch)
        let candidate = value["candidates"]?[0]
        for part in candidate?["content"]?["parts"]?.array ?? [] { try take(part, &batch) }
        if let report = value["usageMetadata"], report.object != nil { lastReport = report }
        if let reason = candidate?["finishReason"]?.string, reason != "FINISH_REASON_UNSPECIFIED" {
            try end(reason, &batch)
        } else if let reason = value["promptFeedback"]?["blockReason"]?.string, reason != "BLOCK_REASON_UNSPECIFIED" {
            try end("SAFETY", &batch)
        }
        if isComplete, let lastReport { GoogleUsage.reported(lastReport).replace(in: &batch) }
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        let responses = value.array ?? [value]
        for response in responses {
            batch.events += 1
            // Imagen's answer, which is known by its own name.
            if response["predictions"] != nil
                || (request.output.kind == .image && response.object?.members.isEmpty == true)
            {
                var imagen = GoogleMediaEvents(request: request)
                try imagen.document(response, into: &batch)
                isComplete = true
                return
            }
            if response["candidates"] == nil, response["promptFeedback"] == nil, response["usageMetadata"] == nil,
                FaultTable.inBand(response) == nil
            {
                throw ProviderFault(
                    .malformed, message: "the answer has no candidates",
                    underlying: FaultText.underlying(response.encoded()))
            }
            try event(response, into: &batch)
        }
    }

    /// Before the end the counts lag behind the text: the usage is the reported input and an estimate of the output.
    mutating func pieceDecoded(into batch: inout AnswerBatch) {
        guard !isComplete, let lastReport else { return }
        GoogleUsage.running(lastReport, textBytes: textBytes, reasoningBytes: reasoningBytes).replace(in: &batch)
    }

    private mutating func identify(_ value: JSONValue, _ batch: inout AnswerBatch) {
        guard !identified else { return }
        batch.providerID = value["responseId"]?.string
        batch.servedModel = value["modelVersion"]?.string
        identified = true
    }

    private mutating func take(_ part: JSONValue, _ batch: inout AnswerBatch) throws {
        if let text = part["text"]?.string {
            if part["thought"]?.bool == true {
                reasoningBytes += text.utf8.count
                batch.reasoning.append(contentsOf: text.utf8)
            } else {
                textBytes += text.utf8.count
                batch.text.append(contentsOf: text.utf8)
            }
        } else if request.output.isMedia, let inline = part["inlineData"], let data = inline["data"]?.string {
            // Drafts that a thinking model shows are no answer.
            if part["thought"]?.bool == true { return }
            batch.media.append(try InlineMedia.part(data, mediaType: inline["mimeType"]?.string ?? ""))
        } else if let call = part["functionCall"], let name = call["name"]?.string {
            let arguments = (call["args"] ?? [:]).text
            textBytes += arguments.utf8.count
            let id = call["id"]?.string ?? CallID.make(for: request.id, index: callCount)
            batch.toolCalls.append(
                ToolCall(
                    id: CallID.signed(id, signature: part["thoughtSignature"]?.string), name: name, arguments: arguments
                ))
            callCount += 1
        }
    }

    private mutating func end(_ reason: String, _ batch: inout AnswerBatch) throws {
        guard !isComplete else { return }
        switch reason {
        case "STOP": batch.finish = callCount > 0 ? .toolCalls : .stop
        case "MAX_TOKENS": batch.finish = .length
        case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION":
            batch.finish = .contentFilter
        default:
            throw ProviderFault(.inBandError, message: "the provider ended the answer with \(FaultText.line(reason))")
        }
        isComplete = true
    }
}
