internal import AI1Core

extension ChatCodec {
    /// Why a line is none of a chat's.
    enum Fault: Error, Hashable {
        case notJSON
        case newer
        case wrong(type: String)

        var words: String {
            switch self {
            case .notJSON: "not a JSON object on one line"
            case .newer: "written by a later version of ai1"
            case .wrong(let type):
                type.isEmpty ? "not a line of a chat" : "a \(type) line with something missing or wrong"
            }
        }
    }

    /// The record of a line without its line feed.
    /// - Parameter id: the chat's, which a card does not repeat
    static func decode(_ line: UnsafeRawBufferPointer, of id: RequestID) throws(Fault) -> ChatRecord {
        let value: JSONValue
        do { value = try JSONParser.parse(line) } catch { throw .notJSON }
        guard value.object != nil else { throw .notJSON }
        if let version = value["v"]?.number?.int64, version > Self.version { throw .newer }
        guard let record = record(value, of: id) else {
            throw .wrong(type: TerminalCleaner.cleanLine(value["type"]?.string ?? "", limit: 20))
        }
        return record
    }

    private static func record(_ value: JSONValue, of id: RequestID) -> ChatRecord? {
        guard value["v"]?.number?.int64 == version else { return nil }
        switch value["type"]?.string {
        case "header":
            guard let id = value["id"]?.string.flatMap(RequestID.init), let created = time(value["created"]) else {
                return nil
            }
            var origin: Chat.Origin?
            if let from = value["forked_from"] {
                guard let chat = from["chat"]?.string.flatMap(RequestID.init), let turn = integer(from["turn"]) else {
                    return nil
                }
                origin = Chat.Origin(chat: chat, turn: turn)
            }
            return .header(id: id, created: created, origin: origin, name: value["name"]?.string)
        case "turn": return turn(value).map(ChatRecord.turn)
        case "undo":
            guard let turn = integer(value["turn"]), let time = time(value["time"]) else { return nil }
            return .undo(turn: turn, time: time)
        case "summary": return summary(value).map(ChatRecord.summary)
        case "rename": return time(value["time"]).map { .rename(to: value["name"]?.string, time: $0) }
        case "settings": return time(value["time"]).map { .settings(settings(value), time: $0) }
        case "now": return card(value, of: id).map(ChatRecord.now)
        default: return nil
        }
    }

    static func turn(_ value: JSONValue) -> ChatTurn? {
        guard let number = integer(value["n"]), number > 0, let parent = integer(value["parent"]),
            let time = time(value["time"]), let request = value["request"]?.string.flatMap(RequestID.init),
            let user = value["user"].flatMap(MessageCodec.decode),
            let reply = value["reply"]?.array.flatMap(MessageCodec.decode),
            let state = value["state"]?.string.flatMap(AnswerRecord.State.init)
        else { return nil }
        var turn = ChatTurn(
            user: user, imageNames: strings(value["images"]), reply: reply, target: target(value["target"]),
            requestID: request, time: time, usage: value["usage"].flatMap(UsageCodec.decode),
            charge: charge(value), state: state, trimmed: strings(value["trimmed"]))
        turn.number = number
        turn.parent = parent
        return turn
    }

    static func summary(_ value: JSONValue) -> ChatSummary? {
        guard let upTo = integer(value["up_to"]), let text = value["text"]?.string, let time = time(value["time"])
        else { return nil }
        return ChatSummary(
            text: text, upTo: upTo, time: time, target: target(value["target"]),
            requestID: value["request"]?.string.flatMap(RequestID.init), charge: charge(value))
    }

    static func settings(_ value: JSONValue) -> ChatSettings {
        ChatSettings(
            model: value["model"]?.string, role: value["role"]?.string, system: value["system"]?.string,
            objective: value["objective"]?.string.flatMap(Objective.init))
    }

    private static func card(_ value: JSONValue, of id: RequestID) -> ChatCard? {
        guard let turns = integer(value["turns"]), let lastUsed = time(value["last_used"]) else { return nil }
        return ChatCard(
            id: id, name: value["name"]?.string, turns: turns, lastUsed: lastUsed, target: target(value["target"]),
            first: value["first"]?.string ?? "", charge: charge(value) ?? .zero)
    }

    static func time(_ value: JSONValue?) -> Timestamp? {
        value?.number?.int64.map(Timestamp.init(millisecondsSinceEpoch:))
    }

    static func target(_ value: JSONValue?) -> TargetName? {
        guard let provider = value?["provider"]?.string, let model = value?["model"]?.string else { return nil }
        return TargetName(provider: provider, model: model)
    }

    static func charge(_ value: JSONValue) -> NanoUSD? { value["charge_nano_usd"]?.number?.int64.map(NanoUSD.init) }

    static func integer(_ value: JSONValue?) -> Int? { value?.number?.int64.flatMap(Int.init(exactly:)) }

    static func strings(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }
}
