internal import AI1Core

/// A conversation in the form of Ollama's chat.
enum OllamaMessages {
    /// - Throws: `ProviderFault` of kind `badRequest` when a tool call's arguments are no JSON object
    static func encode(_ messages: [Message], _ target: TargetName, system: String?) throws -> [JSONValue] {
        var output: [JSONValue] = []
        if let system, !system.isEmpty { output.append(["role": "system", "content": .string(system)]) }
        for message in messages {
            var images: [JSONValue] = []
            var calls: [JSONValue] = []
            for part in message.parts {
                switch part {
                case .text: break
                case .image(let image): images.append(.string(Base64.encode(image.bytes)))
                case .toolCall(let call):
                    let arguments = try ToolArguments.object(of: call)
                    calls.append(["function": ["name": .string(call.name), "arguments": arguments]])
                case .toolResult(let result): output.append(toolMessage(result))
                }
            }
            let text = message.text
            if text.isEmpty, images.isEmpty, calls.isEmpty { continue }
            var object: JSONObject = [
                "role": message.role == .assistant ? "assistant" : "user", "content": .string(text),
            ]
            if message.role == .assistant, let thinking = message.native?.value(for: .ollama, target) {
                object["thinking"] = thinking
            }
            if !images.isEmpty { object["images"] = .array(images) }
            if !calls.isEmpty { object["tool_calls"] = .array(calls) }
            output.append(.object(object))
        }
        return output
    }

    private static func toolMessage(_ result: ToolResult) -> JSONValue {
        [
            "role": "tool", "tool_name": .string(result.name),
            "content": .string(result.isError ? "error: " + result.content : result.content),
        ]
    }
}
