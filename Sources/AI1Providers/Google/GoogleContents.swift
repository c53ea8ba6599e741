internal import AI1Core

/// A conversation in the form of the Gemini API.
enum GoogleContents {
    /// Google's documented word for a call whose signature is not known, since another provider's model made it.
    private static let unknownSignature = "skip_thought_signature_validator"

    /// - Throws: `ProviderFault` of kind `badRequest` when a tool call's arguments are no JSON object
    static func encode(_ messages: [Message], model: String) throws -> [JSONValue] {
        var turns: [(role: String, parts: [JSONValue])] = []
        for message in messages {
            let role = message.role == .assistant ? "model" : "user"
            var isFirstCall = true
            let parts = try message.parts.compactMap { try part($0, model, &isFirstCall) }
            if parts.isEmpty { continue }
            if turns.last?.role == role {
                turns[turns.count - 1].parts += parts
            } else {
                turns.append((role, parts))
            }
        }
        return turns.map { ["role": .string($0.role), "parts": .array($0.parts)] }
    }

    private static func part(_ part: Part, _ model: String, _ isFirstCall: inout Bool) throws -> JSONValue? {
        switch part {
        case .text(let text): return text.isEmpty ? nil : ["text": .string(text)]
        case .image(let image):
            return [
                "inlineData": [
                    "mimeType": .string(image.mediaType), "data": .string(Base64.encode(image.bytes)),
                ]
            ]
        case .toolCall(let call):
            defer { isFirstCall = false }
            var function: JSONObject = ["name": .string(call.name), "args": try ToolArguments.object(of: call)]
            if let id = id(call.id) { function["id"] = id }
            var object: JSONObject = ["functionCall": .object(function)]
            if let signature = CallID.signature(call.id) {
                object["thoughtSignature"] = .string(signature)
            } else if isFirstCall, !GoogleThinking.isBudgeted(model) {
                object["thoughtSignature"] = .string(unknownSignature)
            }
            return .object(object)
        case .toolResult(let result):
            var function: JSONObject = [
                "name": .string(result.name),
                "response": [result.isError ? "error" : "result": .string(result.content)],
            ]
            if let id = id(result.callID) { function["id"] = id }
            return ["functionResponse": .object(function)]
        }
    }

    /// An id that this provider may know; ids of ai1's own making are not sent.
    private static func id(_ id: String) -> JSONValue? {
        CallID.isOwn(id) ? nil : .string(CallID.plain(id))
    }
}
