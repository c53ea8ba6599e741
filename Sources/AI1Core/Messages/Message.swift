/// One turn of a conversation. The system prompt is not a message: it is `ChatRequest.system`.
package struct Message: Sendable, Hashable {
    package enum Role: String, Sendable, Hashable { case user, assistant, tool }

    package var role: Role
    package var parts: [Part]
    /// An assistant's turn as its provider gave it, where it must come back unchanged.
    package var native: NativeTurn?

    package init(role: Role, parts: [Part], native: NativeTurn? = nil) {
        self.role = role
        self.parts = parts
        self.native = native
    }

    /// A user turn of plain text.
    package static func user(_ text: String) -> Message { Message(role: .user, parts: [.text(text)]) }

    /// An assistant turn of plain text.
    package static func assistant(_ text: String) -> Message { Message(role: .assistant, parts: [.text(text)]) }

    /// The text parts joined by a blank line.
    package var text: String {
        parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n\n")
    }
}

/// One piece of a turn.
package enum Part: Sendable, Hashable {
    case text(String)
    case image(ImagePart)
    case toolCall(ToolCall)
    case toolResult(ToolResult)
}

/// An image given in full.
package struct ImagePart: Sendable, Hashable {
    /// The IANA media type: `image/png`, `image/jpeg`, `image/gif` or `image/webp`.
    package let mediaType: String
    /// The file's octets.
    package let bytes: [UInt8]

    package init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

extension [Message] {
    /// Where the answer under way begins: after the last turn of the user's own. Calls and their results follow it.
    package var answerStart: Int { (lastIndex { $0.role == .user } ?? -1) + 1 }
}
