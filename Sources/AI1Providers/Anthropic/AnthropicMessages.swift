internal import AI1Core

/// A conversation in the form of Anthropic's messages API: turns of two roles that alternate, results of tools in the
/// user's.
enum AnthropicMessages {
    /// Estimated input tokens from which the prompt is marked for caching (written for 5 minutes at 1.25 times the
    /// price, read at a tenth).
    static let cacheThresholdTokens: Int64 = 4_096
    /// The smallest user text that is worth a mark, in octets: Anthropic caches nothing below 1,024 tokens.
    private static let cacheBlockBytes = 4_096
    private static let mark: JSONValue = ["type": "ephemeral"]

    /// The system prompt, marked for caching when the input is long.
    static func system(_ text: String, caches: Bool) -> JSONValue {
        caches ? [["type": "text", "text": .string(text), "cache_control": mark]] : .string(text)
    }

    /// The turns. When the input is long, the last large text block of the user's is marked for caching.
    /// - Throws: `ProviderFault` of kind `badRequest` when a tool call's arguments are no JSON object
    static func encode(_ messages: [Message], _ target: TargetName, caches: Bool) throws -> [JSONValue] {
        let answerStart = messages.answerStart
        var turns: [(role: String, blocks: [JSONValue])] = []
        for (index, message) in messages.enumerated() {
            let role = message.role == .assistant ? "assistant" : "user"
            let isPrefill = role == "assistant" && index == messages.count - 1
            // Thinking belongs to the answer under way; that of earlier answers is not looked at.
            let native = index >= answerStart ? message.native?.value(for: .anthropic, target)?.array : nil
            let all = try native ?? message.parts.compactMap { try block($0, isPrefill: isPrefill) }
            // The API wants a turn's tool results before its text.
            let results = all.filter { $0["type"]?.string == "tool_result" }
            let blocks = results + all.filter { $0["type"]?.string != "tool_result" }
            if blocks.isEmpty { continue }
            if turns.last?.role == role {
                turns[turns.count - 1].blocks += blocks
            } else {
                turns.append((role, blocks))
            }
        }
        if caches { markLast(&turns) }
        return turns.map { ["role": .string($0.role), "content": content($0.blocks)] }
    }

    private static func markLast(_ turns: inout [(role: String, blocks: [JSONValue])]) {
        for turn in turns.indices.reversed() where turns[turn].role == "user" {
            for block in turns[turn].blocks.indices.reversed() {
                let text = turns[turn].blocks[block]["text"]?.string
                guard let text, text.utf8.count >= cacheBlockBytes, var object = turns[turn].blocks[block].object else {
                    continue
                }
                object["cache_control"] = mark
                turns[turn].blocks[block] = .object(object)
                return
            }
        }
    }

    /// One plain text goes as a string.
    private static func content(_ blocks: [JSONValue]) -> JSONValue {
        if blocks.count == 1, let text = blocks[0]["text"], blocks[0]["cache_control"] == nil { return text }
        return .array(blocks)
    }

    private static func block(_ part: Part, isPrefill: Bool) throws -> JSONValue? {
        switch part {
        case .text(let text):
            // Empty blocks are refused, and so is white space at the end of an answer to be continued.
            let text = isPrefill ? withoutTrailingSpace(text) : text
            return text.isEmpty ? nil : ["type": "text", "text": .string(text)]
        case .image(let image):
            return [
                "type": "image",
                "source": [
                    "type": "base64", "media_type": .string(image.mediaType),
                    "data": .string(Base64.encode(image.bytes)),
                ],
            ]
        case .toolCall(let call):
            return [
                "type": "tool_use", "id": .string(CallID.plain(call.id)), "name": .string(call.name),
                "input": try ToolArguments.object(of: call),
            ]
        case .toolResult(let result):
            var block: JSONObject = [
                "type": "tool_result", "tool_use_id": .string(CallID.plain(result.callID)),
                "content": .string(result.content),
            ]
            if result.isError { block["is_error"] = true }
            return .object(block)
        }
    }

    private static func withoutTrailingSpace(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
