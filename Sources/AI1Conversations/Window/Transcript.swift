internal import AI1Core

/// A turn as text for the model that summarises it.
enum Transcript {
    /// Each message under a line that says whose it is; long ones without their middle.
    static func text(of turn: ChatTurn) -> String {
        var text = "User:\n\(body(of: turn.user, names: turn.imageNames))\n\n"
        for message in turn.reply {
            let body = body(of: message, names: [])
            guard !body.isEmpty else { continue }
            text += "\(message.role == .assistant ? "Assistant" : "Tool"):\n\(body)\n\n"
        }
        if turn.state != .complete { text += "(The answer was cut off here.)\n\n" }
        return text
    }

    private static func body(of message: Message, names: [String]) -> String {
        var names = names[...]
        let pieces = message.parts.map { part in
            switch part {
            case .text(let text): text
            case .image(let image): ChatTurn.line(for: image, name: names.popFirst(), because: "not given here")
            case .toolCall(let call): "[called \(call.name) with \(call.arguments)]"
            case .toolResult(let result):
                "[\(result.isError ? "error" : "result") of \(result.name)]\n\(result.content)"
            }
        }
        return shortened(pieces.joined(separator: "\n"), to: SummaryPlan.messageBytes)
    }

    /// The text, or its first and last parts with a line between them that says how much is not there.
    static func shortened(_ text: String, to limitBytes: Int) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > limitBytes else { return text }
        // Cut at characters of UTF-8: a head without a started one, a tail without a begun one.
        var head = limitBytes / 2
        while head > 0, bytes[head] & 0xC0 == 0x80 { head -= 1 }
        var tail = bytes.count - limitBytes / 2
        while tail < bytes.count, bytes[tail] & 0xC0 == 0x80 { tail += 1 }
        return String(decoding: bytes[..<head], as: UTF8.self)
            + "\n[… \(ShownBytes.text(tail - head)) left out …]\n" + String(decoding: bytes[tail...], as: UTF8.self)
    }
}
