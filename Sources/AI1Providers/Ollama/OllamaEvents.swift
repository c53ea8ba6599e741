internal import AI1Core

/// The answer of Ollama's chat: one object a line, the last with `done`, or one object.
struct OllamaEvents: AnswerEvents {
    private let request: RequestID
    private var identified = false
    private var callCount = 0
    /// Kept when tools were offered: a model that thinks goes on better when it sees what it thought.
    private var thinking: [UInt8]?
    private(set) var isComplete = false

    /// Longer thinking is not kept.
    private static let largestKeptBytes = 8 << 20

    init(request: RequestID, keepsTurn: Bool = false) {
        self.request = request
        thinking = keepsTurn ? [] : nil
    }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard value["message"]?.object != nil || value["done"]?.bool != nil else {
            throw ProviderFault(
                .malformed, message: "the answer has no message", underlying: FaultText.underlying(value.encoded()))
        }
        if isComplete { return }
        if !identified {
            batch.servedModel = value["model"]?.string
            identified = true
        }
        if let message = value["message"] { take(message, &batch) }
        if value["done"]?.bool == true { end(value, &batch) }
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        batch.events += 1
        try event(value, into: &batch)
    }

    private mutating func take(_ message: JSONValue, _ batch: inout AnswerBatch) {
        batch.text.append(contentsOf: (message["content"]?.string ?? "").utf8)
        let thought = message["thinking"]?.string ?? ""
        batch.reasoning.append(contentsOf: thought.utf8)
        if let kept = thinking, kept.count <= Self.largestKeptBytes { thinking?.append(contentsOf: thought.utf8) }
        for call in message["tool_calls"]?.array ?? [] {
            guard let function = call["function"], let name = function["name"]?.string else { continue }
            batch.toolCalls.append(
                ToolCall(
                    id: call["id"]?.string ?? CallID.make(for: request, index: callCount), name: name,
                    arguments: function["arguments"]?.string ?? (function["arguments"] ?? [:]).text))
            callCount += 1
        }
    }

    /// The counts alone: they stand in one object with the answer.
    private static func report(_ value: JSONValue) -> JSONValue {
        var report = JSONObject()
        for name in ["prompt_eval_count", "eval_count"] { report[name] = value[name] }
        return .object(report)
    }

    private mutating func end(_ value: JSONValue, _ batch: inout AnswerBatch) {
        var counts = TokenCounts()
        let input = counts.read(value["prompt_eval_count"])
        let output = counts.read(value["eval_count"])
        var usage: TokenUsage?
        if let input, let output { usage = TokenUsage(uncachedInput: input, visibleOutput: output) }
        counts.report(usage, of: Self.report(value)).replace(in: &batch)
        if value["done_reason"]?.string == "length" {
            batch.finish = .length
        } else {
            batch.finish = callCount > 0 ? .toolCalls : .stop
        }
        if let thinking, !thinking.isEmpty, thinking.count <= Self.largestKeptBytes {
            batch.native = NativeTurn(
                dialect: .ollama, value: .string(String(decoding: thinking, as: UTF8.self)))
        }
        isComplete = true
    }
}
