internal import AI1Core

/// A conversation as the one string that AI1NET takes. The published API says nothing about conversations; this is
/// ai1's rule: the system prompt first; a single user turn as it is; of several turns each after its role (`User:`,
/// `Assistant:`), and after a user's last turn an open `Assistant:`; all separated by a blank line.
enum AI1NetInput {
    /// - Throws: `ProviderFault` of kind `badRequest` for parts that are not text
    static func join(_ messages: [Message], system: String?) throws -> String {
        for part in messages.flatMap(\.parts) {
            switch part {
            case .text: break
            case .image: throw WireRequest.inexpressible("images", "AI1NET's generate API")
            case .toolCall, .toolResult: throw WireRequest.inexpressible("tool calls", "AI1NET's generate API")
            }
        }
        var blocks: [String] = []
        if let system, !system.isEmpty { blocks.append(system) }
        if messages.count == 1, messages[0].role == .user {
            blocks.append(messages[0].text)
        } else {
            for message in messages {
                blocks.append((message.role == .assistant ? "Assistant: " : "User: ") + message.text)
            }
            if let last = messages.last, last.role != .assistant { blocks.append("Assistant:") }
        }
        return blocks.joined(separator: "\n\n")
    }
}
