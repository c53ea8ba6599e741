internal import AI1Core

/// The answer of OpenAI's responses API: typed events, or one response.
struct OpenAIResponsesEvents: AnswerEvents {
    private let request: RequestID
    private var identified = false
    private var refused = false
    private var callCount = 0
    /// The output's items as they came, kept when tools were offered.
    private var items: [JSONValue]?
    private var itemBytes = 0
    private(set) var isComplete = false

    /// A larger output is not kept: the calls alone then come back.
    private static let largestKeptBytes = 8 << 20

    init(request: RequestID, keepsTurn: Bool = false) {
        self.request = request
        items = keepsTurn ? [] : nil
    }

    mutating func fast(_ data: UnsafeRawBufferPointer, into batch: inout AnswerBatch) -> Bool {
        guard !isComplete, let text = OpenAIResponsesScanner.text(of: data) else { return false }
        return text.append(to: &batch.text)
    }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard let type = value["type"]?.string else {
            throw ProviderFault(.malformed, message: "an event has no type")
        }
        if let response = value["response"] { identify(response, &batch) }
        switch type {
        case "response.output_text.delta": batch.text.append(contentsOf: (value["delta"]?.string ?? "").utf8)
        case "response.refusal.delta":
            refused = true
            batch.text.append(contentsOf: (value["delta"]?.string ?? "").utf8)
        case "response.reasoning_summary_text.delta", "response.reasoning_text.delta":
            batch.reasoning.append(contentsOf: (value["delta"]?.string ?? "").utf8)
        case "response.output_item.done":
            if let item = value["item"] {
                keep(item)
                takeCall(item, &batch)
            }
        case "response.completed", "response.incomplete", "response.failed":
            try end(value["response"] ?? .null, &batch)
        default: break
        }
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard let output = value["output"]?.array else {
            throw ProviderFault(
                .malformed, message: "the answer has no output", underlying: FaultText.underlying(value.encoded()))
        }
        batch.events += 1
        identify(value, &batch)
        for item in output {
            keep(item)
            takeCall(item, &batch)
            for part in item["content"]?.array ?? [] {
                if let refusal = part["refusal"]?.string {
                    refused = true
                    batch.text.append(contentsOf: refusal.utf8)
                } else if part["type"]?.string == "output_text" {
                    batch.text.append(contentsOf: (part["text"]?.string ?? "").utf8)
                }
            }
            for part in item["summary"]?.array ?? [] {
                batch.reasoning.append(contentsOf: (part["text"]?.string ?? "").utf8)
            }
        }
        try end(value, &batch)
    }

    private mutating func identify(_ response: JSONValue, _ batch: inout AnswerBatch) {
        guard !identified else { return }
        batch.providerID = response["id"]?.string
        batch.servedModel = response["model"]?.string
        identified = true
    }

    private mutating func takeCall(_ item: JSONValue, _ batch: inout AnswerBatch) {
        guard item["type"]?.string == "function_call", let name = item["name"]?.string else { return }
        let arguments = item["arguments"]?.string ?? ""
        batch.toolCalls.append(
            ToolCall(
                id: item["call_id"]?.string ?? CallID.make(for: request, index: callCount), name: name,
                arguments: arguments.isEmpty ? "{}" : arguments))
        callCount += 1
    }

    private mutating func keep(_ item: JSONValue) {
        guard items != nil, itemBytes <= Self.largestKeptBytes else { return }
        itemBytes += item.encoded().count
        items?.append(item)
    }

    /// The items for the next request. Nothing is stored at the provider, so that reasoning can only come back encrypted.
    private func native() -> NativeTurn? {
        guard let items, itemBytes <= Self.largestKeptBytes else { return nil }
        let reasoning = items.filter { $0["type"]?.string == "reasoning" }
        let isWhole = reasoning.allSatisfy { $0["encrypted_content"]?.string?.isEmpty == false }
        return reasoning.isEmpty || !isWhole ? nil : NativeTurn(dialect: .openAIResponses, value: .array(items))
    }

    private mutating func end(_ response: JSONValue, _ batch: inout AnswerBatch) throws {
        guard !isComplete else { return }
        batch.native = native()
        if let usage = response["usage"], usage.object != nil { OpenAIUsage.responses(usage).replace(in: &batch) }
        if let fault = FaultTable.inBand(response) { throw fault }
        switch response["status"]?.string ?? "" {
        case "completed": batch.finish = refused ? .contentFilter : callCount > 0 ? .toolCalls : .stop
        case "incomplete":
            switch response["incomplete_details"]?["reason"]?.string {
            case "content_filter": batch.finish = .contentFilter
            default: batch.finish = .length
            }
        case let status:
            throw ProviderFault(.inBandError, message: "the response ended with status \"\(FaultText.line(status))\"")
        }
        isComplete = true
    }
}
