internal import AI1Core

/// The lines of a chat's file: one JSON object each, with `"v":1` and a `type`.
enum ChatCodec {
    static let version: Int64 = 1

    /// The line of a record, with its line feed.
    static func line(_ record: ChatRecord) -> [UInt8] {
        var object: JSONObject = ["v": .integer(version)]
        for member in members(record).members { object.append(member.name, member.value) }
        return JSONValue.object(object).encoded() + [0x0A]
    }

    private static func members(_ record: ChatRecord) -> JSONObject {
        switch record {
        case .header(let id, let created, let origin, let name):
            var object: JSONObject = ["type": "header", "id": .string(id.description), "created": time(created)]
            object["name"] = name.map { .string($0) }
            object["forked_from"] = origin.map {
                ["chat": .string($0.chat.description), "turn": .integer($0.turn)]
            }
            return object
        case .turn(let turn): return encode(turn)
        case .undo(let turn, let at): return ["type": "undo", "turn": .integer(turn), "time": time(at)]
        case .summary(let summary): return encode(summary)
        case .rename(let name, let at):
            return ["type": "rename", "name": name.map { .string($0) } ?? .null, "time": time(at)]
        case .settings(let settings, let at):
            var object = encode(settings)
            object["type"] = "settings"
            object["time"] = time(at)
            return object
        case .now(let card): return encode(card)
        }
    }

    static func encode(_ turn: ChatTurn) -> JSONObject {
        var object: JSONObject = [
            "type": "turn", "n": .integer(turn.number), "parent": .integer(turn.parent), "time": time(turn.time),
            "request": .string(turn.requestID.description), "user": MessageCodec.encode(turn.user),
        ]
        object["images"] = turn.imageNames.isEmpty ? nil : .array(turn.imageNames.map { .string($0) })
        object["reply"] = .array(turn.reply.map { MessageCodec.encode($0) })
        object["target"] = turn.target.map(encode)
        object["usage"] = turn.usage.map(UsageCodec.encode)
        object["charge_nano_usd"] = turn.charge.map { .integer($0.amount) }
        object["state"] = .string(turn.state.rawValue)
        object["trimmed"] = turn.trimmed.isEmpty ? nil : .array(turn.trimmed.map { .string($0) })
        return object
    }

    static func encode(_ summary: ChatSummary) -> JSONObject {
        var object: JSONObject = [
            "type": "summary", "up_to": .integer(summary.upTo), "text": .string(summary.text),
            "time": time(summary.time),
        ]
        object["target"] = summary.target.map(encode)
        object["request"] = summary.requestID.map { .string($0.description) }
        object["charge_nano_usd"] = summary.charge.map { .integer($0.amount) }
        return object
    }

    static func encode(_ settings: ChatSettings) -> JSONObject {
        var object = JSONObject()
        object["model"] = settings.model.map { .string($0) }
        object["role"] = settings.role.map { .string($0) }
        object["system"] = settings.system.map { .string($0) }
        object["objective"] = settings.objective.map { .string($0.rawValue) }
        return object
    }

    private static func encode(_ card: ChatCard) -> JSONObject {
        var object: JSONObject = ["type": "now", "turns": .integer(card.turns), "last_used": time(card.lastUsed)]
        object["name"] = card.name.map { .string($0) }
        object["target"] = card.target.map(encode)
        object["first"] = .string(card.first)
        object["charge_nano_usd"] = .integer(card.charge.amount)
        return object
    }

    static func encode(_ target: TargetName) -> JSONValue {
        ["provider": .string(target.provider), "model": .string(target.model)]
    }

    static func time(_ time: Timestamp) -> JSONValue { .integer(time.millisecondsSinceEpoch) }
}
