internal import AI1Core

/// What some brands of the chat protocol want to see again with the calls that it led to: DeepSeek and Moonshot their
/// `reasoning_content`, OpenRouter its `reasoning_details`, Google a signature in each call's `extra_content`. OpenAI itself
/// sends none of it.
struct OpenAIChatEcho {
    /// More than this is not kept.
    static let largestBytes = 8 << 20
    /// Entries of `reasoning_details`, and calls with extra content.
    static let largestCount = 4_096

    private var reasoning: [UInt8] = []
    private var details: [JSONValue] = []
    private var extras: [Int64: JSONValue] = [:]
    private var bytes = 0

    /// Takes what a delta or a whole message has of it.
    mutating func take(_ delta: JSONValue) {
        guard bytes <= Self.largestBytes, details.count + extras.count <= Self.largestCount else { return }
        if let text = delta["reasoning_content"]?.string {
            bytes += text.utf8.count
            reasoning += Array(text.utf8)
        }
        for detail in delta["reasoning_details"]?.array ?? [] {
            bytes += detail.encoded().count
            add(detail)
        }
        for (place, call) in (delta["tool_calls"]?.array ?? []).enumerated() {
            guard let extra = call["extra_content"], extra.object != nil else { continue }
            bytes += extra.encoded().count
            extras[call["index"]?.number?.int64 ?? Int64(place)] = extra
        }
    }

    /// Pieces of one entry have its index: their texts belong together.
    private mutating func add(_ detail: JSONValue) {
        guard let index = detail["index"]?.number,
            let place = details.lastIndex(where: { $0["index"]?.number == index }),
            details[place]["type"] == detail["type"], var whole = details[place].object
        else { return details.append(detail) }
        for member in detail.object?.members ?? [] {
            let isText = ["text", "summary", "data"].contains(member.name)
            if isText, let before = whole[member.name]?.string, let more = member.value.string {
                whole[member.name] = .string(before + more)
            } else if !member.value.isNull {
                whole[member.name] = member.value
            }
        }
        details[place] = .object(whole)
    }

    /// What has come, for the next request; nil when there was nothing.
    var turn: NativeTurn? {
        guard bytes > 0, bytes <= Self.largestBytes else { return nil }
        var object = JSONObject()
        if !reasoning.isEmpty { object["reasoning_content"] = .string(String(decoding: reasoning, as: UTF8.self)) }
        if !details.isEmpty { object["reasoning_details"] = .array(details) }
        if !extras.isEmpty {
            var calls = JSONObject()
            for (index, extra) in extras.sorted(by: { $0.key < $1.key }) { calls[String(index)] = extra }
            object["extra_content"] = .object(calls)
        }
        return NativeTurn(dialect: .openAIChat, value: .object(object))
    }

    /// An assistant's message with what its turn brought.
    static func adding(_ echo: JSONValue?, to message: JSONObject) -> JSONValue {
        guard let echo else { return .object(message) }
        var message = message
        for name in ["reasoning_content", "reasoning_details"] {
            if let value = echo[name] { message[name] = value }
        }
        if let extras = echo["extra_content"], let calls = message["tool_calls"]?.array {
            message["tool_calls"] = .array(
                calls.enumerated().map { index, call in
                    guard let extra = extras[String(index)], var object = call.object else { return call }
                    object["extra_content"] = extra
                    return .object(object)
                })
        }
        return .object(message)
    }
}
