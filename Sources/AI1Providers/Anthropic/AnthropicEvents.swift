internal import AI1Core

/// The answer of Anthropic's messages API: events of a message that is built block by block, or one message.
struct AnthropicEvents: AnswerEvents {
    private let request: RequestID
    private var calls = ToolCallAssembly()
    private var usage = AnthropicUsage()
    private var stopReason: String?
    private var finalUsage = false
    private var hasCalls = false
    /// Kept when tools were offered: a plain answer never comes back in this form.
    private var turn: AnthropicTurn?
    private(set) var isComplete = false

    init(request: RequestID, keepsTurn: Bool = false) {
        self.request = request
        turn = keepsTurn ? AnthropicTurn() : nil
    }

    mutating func fast(_ data: UnsafeRawBufferPointer, into batch: inout AnswerBatch) -> Bool {
        guard !isComplete, turn == nil, let text = AnthropicScanner.text(of: data) else { return false }
        let before = batch.text.count
        guard text.append(to: &batch.text) else { return false }
        usage.outputBytes += batch.text.count - before
        return true
    }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard let type = value["type"]?.string else {
            throw ProviderFault(.malformed, message: "an event has no type")
        }
        if isComplete { return }
        switch type {
        case "message_start":
            batch.providerID = value["message"]?["id"]?.string
            batch.servedModel = value["message"]?["model"]?.string
            usage.merge(value["message"]?["usage"])
        case "content_block_start": try take(value["content_block"], value["index"], &batch)
        case "content_block_delta": try take(value["delta"], value["index"], &batch)
        case "message_delta":
            stopReason = value["delta"]?["stop_reason"]?.string ?? stopReason
            if let report = value["usage"], report.object != nil {
                usage.merge(report)
                finalUsage = true
                usage.reported.replace(in: &batch)
            }
        case "message_stop": end(&batch)
        default: break
        }
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard let content = value["content"]?.array else {
            throw ProviderFault(
                .malformed, message: "the answer has no content", underlying: FaultText.underlying(value.encoded()))
        }
        batch.events += 1
        batch.providerID = value["id"]?.string
        batch.servedModel = value["model"]?.string
        for (index, block) in content.enumerated() { try take(block, .integer(index), &batch) }
        stopReason = value["stop_reason"]?.string
        usage.merge(value["usage"])
        finalUsage = true
        usage.reported.replace(in: &batch)
        end(&batch)
    }

    /// Until the provider has counted the output, the usage is its input and an estimate of the output so far: a cut
    /// answer is then charged for what came.
    mutating func pieceDecoded(into batch: inout AnswerBatch) {
        if !finalUsage { usage.running.replace(in: &batch) }
    }

    /// A block's beginning, a delta, or a whole block: they share their members.
    private mutating func take(_ block: JSONValue?, _ index: JSONValue?, _ batch: inout AnswerBatch) throws {
        guard let block else { return }
        keep(block, index?.number?.int64 ?? 0)
        switch block["type"]?.string {
        case "text", "text_delta":
            let text = block["text"]?.string ?? ""
            batch.text.append(contentsOf: text.utf8)
            usage.outputBytes += text.utf8.count
        case "thinking", "thinking_delta":
            let text = block["thinking"]?.string ?? ""
            batch.reasoning.append(contentsOf: text.utf8)
            usage.reasoningBytes += text.utf8.count
        case "tool_use":
            hasCalls = true
            let input = block["input"]
            let isEmpty = input?.object?.members.isEmpty ?? true
            try calls.add(
                index: index?.number?.int64, id: block["id"]?.string, name: block["name"]?.string,
                arguments: isEmpty ? nil : input)
        case "input_json_delta":
            let piece = block["partial_json"]
            usage.outputBytes += piece?.string?.utf8.count ?? 0
            try calls.add(index: index?.number?.int64, id: nil, name: nil, arguments: piece)
        default: break
        }
    }

    private mutating func keep(_ block: JSONValue, _ index: Int64) {
        if block["type"]?.string?.hasSuffix("_delta") == true {
            turn?.add(block, index: index)
        } else {
            turn?.begin(block, index: index)
        }
    }

    private mutating func end(_ batch: inout AnswerBatch) {
        batch.toolCalls.append(contentsOf: calls.finish(request))
        batch.native = turn?.content().map { NativeTurn(dialect: .anthropic, value: $0) }
        switch stopReason {
        case "max_tokens", "model_context_window_exceeded": batch.finish = .length
        case "tool_use": batch.finish = .toolCalls
        case "refusal": batch.finish = .contentFilter
        default: batch.finish = hasCalls ? .toolCalls : .stop
        }
        isComplete = true
    }
}
