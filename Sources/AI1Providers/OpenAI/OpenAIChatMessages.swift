internal import AI1Core

/// A conversation in the form of OpenAI chat completions.
enum OpenAIChatMessages {
    static func encode(_ messages: [Message], _ target: TargetName, system: String?) -> [JSONValue] {
        var output: [JSONValue] = []
        if let system { output.append(["role": "system", "content": .string(system)]) }
        for message in messages {
            for part in message.parts {
                if case .toolResult(let result) = part { output.append(toolMessage(result)) }
            }
            switch message.role {
            case .assistant:
                let echo = message.native?.value(for: .openAIChat, target)
                output.append(OpenAIChatEcho.adding(echo, to: assistant(message)))
            case .user, .tool:
                let parts = message.parts.compactMap(content)
                if !parts.isEmpty { output.append(["role": "user", "content": joined(parts)]) }
            }
        }
        return output
    }

    private static func toolMessage(_ result: ToolResult) -> JSONValue {
        [
            "role": "tool", "tool_call_id": .string(CallID.plain(result.callID)),
            // The protocol has no flag for a failed call.
            "content": .string(result.isError ? "error: " + result.content : result.content),
        ]
    }

    private static func assistant(_ message: Message) -> JSONObject {
        let text = message.text
        var object: JSONObject = ["role": "assistant"]
        let calls = message.parts.compactMap { part -> JSONValue? in
            guard case .toolCall(let call) = part else { return nil }
            return [
                "id": .string(CallID.plain(call.id)), "type": "function",
                "function": [
                    "name": .string(call.name),
                    "arguments": .string(call.arguments.isEmpty ? "{}" : call.arguments),
                ],
            ]
        }
        object["content"] = text.isEmpty && !calls.isEmpty ? .null : .string(text)
        if !calls.isEmpty { object["tool_calls"] = .array(calls) }
        return object
    }

    private static func content(_ part: Part) -> JSONValue? {
        switch part {
        case .text(let text): ["type": "text", "text": .string(text)]
        case .image(let image):
            [
                "type": "image_url",
                "image_url": ["url": .string(DataURL.make(image))],
            ]
        case .toolCall, .toolResult: nil
        }
    }

    /// Text alone goes as a string, which every brand understands.
    private static func joined(_ parts: [JSONValue]) -> JSONValue {
        let texts = parts.compactMap { $0["text"]?.string }
        return texts.count == parts.count ? .string(texts.joined(separator: "\n\n")) : .array(parts)
    }
}
