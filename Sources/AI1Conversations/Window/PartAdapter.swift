internal import AI1Core

/// Brings messages into a form that a model can take, and counts what it changed.
struct PartAdapter {
    let target: WindowTarget
    var hiddenImages = 0
    var spelledTools = 0

    private var takesImages: Bool { target.capabilities.imageInput }
    private var takesTools: Bool { target.capabilities.tools }

    init(_ target: WindowTarget) { self.target = target }

    /// The messages of a turn: what the user said and what came. Empty when no answer came, since a question without an
    /// answer would stand beside the next one.
    mutating func messages(of turn: ChatTurn) -> [Message] {
        let answered = Self.answeredCalls(turn.reply)
        var messages: [Message] = []
        for message in turn.reply {
            let adapted = adapt(message, answered)
            guard !adapted.parts.isEmpty else { continue }
            // Results as text become the user's: those that follow each other become one message.
            if adapted.role == .user, messages.last?.role == .user {
                messages[messages.count - 1].parts += adapted.parts
            } else {
                messages.append(adapted)
            }
        }
        guard !messages.isEmpty else { return [] }
        return [adapt(user: turn.user, names: turn.imageNames)] + messages
    }

    /// What a user said, with its images or lines that stand for them.
    mutating func adapt(user message: Message, names: [String]) -> Message {
        var names = names[...]
        var adapted = message
        adapted.parts = message.parts.compactMap { part in
            guard case .image(let image) = part else { return adapt(part, []) }
            let name = names.popFirst()
            return takesImages ? part : hide(image, name)
        }
        return adapted
    }

    private mutating func hide(_ image: ImagePart, _ name: String?) -> Part {
        hiddenImages += 1
        return .text(ChatTurn.line(for: image, name: name, because: "not shown to this model"))
    }

    private mutating func adapt(_ message: Message, _ answered: Set<String>) -> Message {
        var adapted = message
        adapted.parts = message.parts.compactMap { adapt($0, answered) }
        // What is left of results is text, and text is nobody's but the user's.
        if message.role == .tool, !adapted.parts.contains(where: { if case .toolResult = $0 { true } else { false } }) {
            adapted.role = .user
        }
        return adapted
    }

    /// The one place that knows every kind of part; nil drops it.
    private mutating func adapt(_ part: Part, _ answered: Set<String>) -> Part? {
        switch part {
        case .text(let text): return text.isEmpty ? nil : part
        case .image(let image): return takesImages ? part : hide(image, nil)
        case .toolCall(let call):
            let isAnswered = answered.contains(call.id)
            if takesTools, isAnswered { return part }
            if isAnswered { spelledTools += 1 }
            return .text(
                "[called \(TerminalCleaner.cleanLine(call.name)) with \(call.arguments)"
                    + (isAnswered ? "]" : ", which was not run]"))
        case .toolResult(let result):
            if takesTools, answered.contains(result.callID) { return part }
            let what = result.isError ? "error" : "result"
            return .text("[\(what) of \(TerminalCleaner.cleanLine(result.name)):\n\(result.content)\n]")
        }
    }

    /// The calls that have a result behind them: providers refuse one without the other.
    private static func answeredCalls(_ messages: [Message]) -> Set<String> {
        var called: Set<String> = []
        var answered: Set<String> = []
        for message in messages {
            for part in message.parts {
                switch part {
                case .toolCall(let call): called.insert(call.id)
                case .toolResult(let result) where called.contains(result.callID): answered.insert(result.callID)
                default: continue
                }
            }
        }
        return answered
    }
}
