internal import AI1Core

/// The answer of OpenAI chat completions: chunks with deltas, or one completion.
struct OpenAIChatEvents: AnswerEvents {
    private let request: RequestID
    private var calls = ToolCallAssembly()
    private var identified = false
    private var unidentifiedEvents = 0
    private var refused = false
    /// Kept when tools were offered.
    private var echo: OpenAIChatEcho?
    private(set) var isComplete = false

    /// Events that may come without id and model before none is expected any more.
    private static let patience = 8

    init(request: RequestID, keepsTurn: Bool = false) {
        self.request = request
        echo = keepsTurn ? OpenAIChatEcho() : nil
    }

    mutating func fast(_ data: UnsafeRawBufferPointer, into batch: inout AnswerBatch) -> Bool {
        // The first event also names the model; what follows the end may be anything.
        guard identified, !isComplete, let text = OpenAIChatScanner.text(of: data) else { return false }
        return text.append(to: &batch.text)
    }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard value.object != nil else {
            throw ProviderFault(.malformed, message: "an event is not a JSON object")
        }
        identify(value, &batch)
        let choice = value["choices"]?[0]
        usage(value, choice).replace(in: &batch)
        guard let choice else { return }
        if let delta = choice["delta"] { try take(delta, into: &batch) }
        if let reason = choice["finish_reason"]?.string, !reason.isEmpty { try end(reason, into: &batch) }
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard let choice = value["choices"]?[0], let message = choice["message"] ?? choice["delta"] else {
            throw ProviderFault(
                .malformed, message: "the answer has no choices", underlying: FaultText.underlying(value.encoded()))
        }
        batch.events += 1
        identify(value, &batch)
        usage(value, choice).replace(in: &batch)
        try take(message, into: &batch)
        try end(choice["finish_reason"]?.string ?? "stop", into: &batch)
    }

    mutating func sentinel(into batch: inout AnswerBatch) throws {
        if !isComplete { try end("stop", into: &batch) }
    }

    private mutating func identify(_ value: JSONValue, _ batch: inout AnswerBatch) {
        guard !identified else { return }
        let id = value["id"]?.string ?? ""
        let model = value["model"]?.string ?? ""
        if !id.isEmpty { batch.providerID = id }
        if !model.isEmpty { batch.servedModel = model }
        // Some brands begin with nameless events; some never give a name.
        unidentifiedEvents += 1
        identified = !id.isEmpty || !model.isEmpty || unidentifiedEvents == Self.patience
    }

    /// In the last chunk, beside it, or where Moonshot and Groq put it.
    private func usage(_ value: JSONValue, _ choice: JSONValue?) -> UsageReport {
        for place in [value["usage"], choice?["usage"], value["x_groq"]?["usage"]] {
            if let place, place.object != nil { return OpenAIUsage.chat(place) }
        }
        return .none
    }

    private mutating func take(_ delta: JSONValue, into batch: inout AnswerBatch) throws {
        echo?.take(delta)
        for text in OpenAIContent.texts(delta["content"]) { batch.text.append(contentsOf: text.utf8) }
        if let refusal = delta["refusal"]?.string, !refusal.isEmpty {
            refused = true
            batch.text.append(contentsOf: refusal.utf8)
        }
        // `reasoning_content` is DeepSeek's name, `reasoning` OpenRouter's; some send both with the same text.
        for name in ["reasoning_content", "reasoning"] {
            if let text = delta[name]?.string, !text.isEmpty {
                batch.reasoning.append(contentsOf: text.utf8)
                break
            }
        }
        for call in delta["tool_calls"]?.array ?? [] {
            try calls.add(
                index: call["index"]?.number?.int64, id: call["id"]?.string, name: call["function"]?["name"]?.string,
                arguments: call["function"]?["arguments"])
        }
    }

    private mutating func end(_ reason: String, into batch: inout AnswerBatch) throws {
        guard !isComplete else { return }
        let made = calls.finish(request)
        batch.toolCalls.append(contentsOf: made)
        batch.native = echo?.turn
        switch reason {
        case "length", "max_tokens", "model_length": batch.finish = .length
        case "content_filter", "sensitive", "safety", "refusal": batch.finish = .contentFilter
        case "tool_calls", "function_call", "tool_use": batch.finish = .toolCalls
        case "error", "network_error", "abort", "cancelled", "insufficient_system_resource":
            throw ProviderFault(
                .inBandError, message: "the provider ended the answer with \"\(FaultText.line(reason))\"")
        default: batch.finish = refused ? .contentFilter : made.isEmpty ? .stop : .toolCalls
        }
        isComplete = true
    }
}
