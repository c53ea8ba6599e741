package import AI1Core

/// A chat as a document for people (Markdown) or programs (JSON). Pure: a chat in, a text out.
package enum ChatExport {
    /// The chat as JSON: `"v":1`, the turns that count, summary and settings.
    package static func json(_ chat: Chat) -> JSONValue {
        var object: JSONObject = [
            "v": .integer(ChatCodec.version), "kind": "ai1 chat", "id": .string(chat.id.description),
            "created": ChatCodec.time(chat.created),
        ]
        object["name"] = chat.name.map { .string($0) }
        object["settings"] = .object(ChatCodec.encode(chat.settings))
        object["turns"] = .array(chat.turns.map { .object(without(ChatCodec.encode($0))) })
        object["summary"] = chat.summary.map { .object(without(ChatCodec.encode($0))) }
        object["charge_nano_usd"] = .integer(chat.totalCharge.amount)
        return .object(object)
    }

    private static func without(_ line: JSONObject) -> JSONObject {
        var object = line
        object["type"] = nil
        return object
    }

    /// The chat as Markdown: a heading a turn, a line of model and cost under each answer. Messages stand as they are,
    /// under headings of level two and three; a fence that a message leaves open is closed behind it, so that it cannot
    /// swallow the rest. Tool calls, results and images stand for themselves in fences that are longer than any inside.
    package static func markdown(_ chat: Chat) -> String {
        var text = "# \(TerminalCleaner.cleanLine(chat.name ?? "Chat \(chat.id.short)"))\n\n"
        text += "\(chat.created.utcText) · \(chat.turns.count) turn\(chat.turns.count == 1 ? "" : "s")"
        text += " · \(chat.totalCharge.credits)\n"
        if let system = chat.settings.system, !system.isEmpty {
            text += "\n## System prompt\n\n" + MarkdownText.closed(system)
        }
        for (index, turn) in chat.turns.enumerated() {
            text += "\n## \(index + 1). You\n\n" + body(of: turn.user, names: turn.imageNames)
            text += "\n### \(MarkdownText.line(turn.target?.model ?? "No answer"))\n\n"
            for message in turn.reply { text += body(of: message, names: []) + "\n" }
            text += "*\(facts(of: turn).joined(separator: " · "))*\n"
            for note in turn.trimmed { text += "\n*\(MarkdownText.line(note))*\n" }
        }
        return text
    }

    private static func facts(of turn: ChatTurn) -> [String] {
        var facts: [String] = []
        if let target = turn.target { facts.append(MarkdownText.line(target.description)) }
        if let usage = turn.usage {
            facts.append("\(grouped(usage.input))→\(grouped(usage.output)) tok")
        }
        if let charge = turn.charge { facts.append(charge.credits) }
        facts.append(turn.time.utcText)
        switch turn.state {
        case .complete: break
        case .incomplete: facts.append("stopped at its length limit")
        case .cut: facts.append("cut off")
        }
        return facts
    }

    private static func body(of message: Message, names: [String]) -> String {
        var names = names[...]
        return message.parts.map { part in
            switch part {
            case .text(let text): MarkdownText.closed(text)
            case .image(let image):
                MarkdownText.line(ChatTurn.line(for: image, name: names.popFirst(), because: "not in this text")) + "\n"
            case .toolCall(let call):
                "Called `\(MarkdownText.line(call.name))`:\n\n" + MarkdownText.fenced(call.arguments, language: "json")
            case .toolResult(let result):
                "\(result.isError ? "Error" : "Result") of `\(MarkdownText.line(result.name))`:\n\n"
                    + MarkdownText.fenced(result.content, language: "")
            }
        }.joined(separator: "\n")
    }
}
