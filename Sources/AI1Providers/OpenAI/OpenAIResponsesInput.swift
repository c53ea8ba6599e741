internal import AI1Core

/// A conversation as the items of OpenAI's responses API.
enum OpenAIResponsesInput {
    static func encode(_ messages: [Message], _ target: TargetName) -> [JSONValue] {
        let answerStart = messages.answerStart
        return messages.enumerated().flatMap { index, message -> [JSONValue] in
            if index >= answerStart, let items = message.native?.value(for: .openAIResponses, target)?.array {
                return items
            }
            let isAssistant = message.role == .assistant
            var items: [JSONValue] = []
            let content = message.parts.compactMap { part(of: $0, isAssistant) }
            if !content.isEmpty {
                items.append(["role": isAssistant ? "assistant" : "user", "content": .array(content)])
            }
            let calls = message.parts.compactMap(call)
            // Results belong right after the calls of the turn before.
            return isAssistant ? items + calls : calls + items
        }
    }

    private static func part(of part: Part, _ isAssistant: Bool) -> JSONValue? {
        switch part {
        case .text(let text): ["type": isAssistant ? "output_text" : "input_text", "text": .string(text)]
        case .image(let image):
            isAssistant
                ? nil
                : ["type": "input_image", "image_url": .string(DataURL.make(image))]
        case .toolCall, .toolResult: nil
        }
    }

    private static func call(_ part: Part) -> JSONValue? {
        switch part {
        case .text, .image: nil
        case .toolCall(let call):
            [
                "type": "function_call", "call_id": .string(CallID.plain(call.id)), "name": .string(call.name),
                "arguments": .string(call.arguments.isEmpty ? "{}" : call.arguments),
            ]
        case .toolResult(let result):
            [
                "type": "function_call_output", "call_id": .string(CallID.plain(result.callID)),
                "output": .string(result.isError ? "error: " + result.content : result.content),
            ]
        }
    }
}
