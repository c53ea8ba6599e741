internal import AI1Core

/// An entry of the queue as JSON.
enum QueueCodec {
    static let version: Int64 = 1

    static func encode(_ entry: QueueEntry) -> JSONValue {
        var object: JSONObject = [
            "v": .integer(version), "state": .string(entry.state.rawValue), "attempts": .integer(entry.attempts),
            "created": ChatCodec.time(entry.created), "changed": ChatCodec.time(entry.changed),
        ]
        object["not_before"] = entry.notBefore.map(ChatCodec.time)
        object["expires"] = entry.expires.map(ChatCodec.time)
        object["last_error"] = entry.lastError.map { .string($0) }
        object["wishes"] = encode(entry.wishes)
        object["outcome"] = entry.outcome.map(encode)
        object["request"] = RequestCodec.encode(entry.request)
        return .object(object)
    }

    private static func encode(_ wishes: QueueWishes) -> JSONValue {
        var object = JSONObject()
        object["model"] = wishes.model.map { .string($0) }
        object["providers"] = list(wishes.providers)
        object["not"] = list(wishes.excluded)
        object["objective"] = wishes.objective.map { .string($0.rawValue) }
        object["max_cost_nano_usd"] = wishes.maxCost.map { .integer($0.amount) }
        object["local"] = wishes.isLocalOnly ? true : nil
        object["job"] = wishes.job.map { .string($0) }
        object["safety"] = wishes.safety.map { .string($0) }
        object["deadline_ms"] = wishes.deadlineMilliseconds.map { .integer($0) }
        object["fallback"] = list(wishes.fallbacks)
        object["no_fallback"] = wishes.allowsFallback ? nil : true
        object["max_latency_ms"] = wishes.maxLatencyMilliseconds.map { .integer($0) }
        object["no_explore"] = wishes.explores ? nil : true
        // All 64 bits of it, which a JSON number does not keep everywhere.
        object["route_seed"] = wishes.routeSeed.map { .string(String($0)) }
        return .object(object)
    }

    private static func list(_ texts: [String]) -> JSONValue? {
        texts.isEmpty ? nil : .array(texts.map { .string($0) })
    }

    private static func encode(_ outcome: QueueEntry.Outcome) -> JSONValue {
        var object: JSONObject = [
            "request": .string(outcome.requestID.description), "target": ChatCodec.encode(outcome.target),
            "state": .string(outcome.state.rawValue), "time": ChatCodec.time(outcome.time),
            "answer": .string(outcome.answer),
        ]
        object["charge_nano_usd"] = outcome.charge.map { .integer($0.amount) }
        return .object(object)
    }

    /// Nil when something is missing or wrong.
    static func decode(_ value: JSONValue) -> QueueEntry? {
        guard value["v"]?.number?.int64 == version, let request = value["request"].flatMap(RequestCodec.decode),
            let state = value["state"]?.string.flatMap(QueueEntry.State.init),
            let attempts = ChatCodec.integer(value["attempts"]), let created = ChatCodec.time(value["created"]),
            let changed = ChatCodec.time(value["changed"])
        else { return nil }
        var entry = QueueEntry(
            request: request, wishes: wishes(value["wishes"] ?? .null), created: created,
            notBefore: ChatCodec.time(value["not_before"]), expires: ChatCodec.time(value["expires"]))
        entry.state = state
        entry.attempts = attempts
        entry.changed = changed
        entry.lastError = value["last_error"]?.string
        if let outcome = value["outcome"] {
            guard let decoded = self.outcome(outcome) else { return nil }
            entry.outcome = decoded
        }
        return entry
    }

    private static func wishes(_ value: JSONValue) -> QueueWishes {
        QueueWishes(
            model: value["model"]?.string, providers: ChatCodec.strings(value["providers"]),
            excluded: ChatCodec.strings(value["not"]), objective: value["objective"]?.string.flatMap(Objective.init),
            maxCost: value["max_cost_nano_usd"]?.number?.int64.map(NanoUSD.init),
            isLocalOnly: value["local"]?.bool ?? false, job: value["job"]?.string, safety: value["safety"]?.string,
            deadlineMilliseconds: value["deadline_ms"]?.number?.int64,
            fallbacks: ChatCodec.strings(value["fallback"]), allowsFallback: !(value["no_fallback"]?.bool ?? false),
            maxLatencyMilliseconds: value["max_latency_ms"]?.number?.int64,
            explores: !(value["no_explore"]?.bool ?? false),
            routeSeed: value["route_seed"]?.string.flatMap { UInt64($0) })
    }

    private static func outcome(_ value: JSONValue) -> QueueEntry.Outcome? {
        guard let id = value["request"]?.string.flatMap(RequestID.init), let target = ChatCodec.target(value["target"]),
            let state = value["state"]?.string.flatMap(AnswerRecord.State.init),
            let time = ChatCodec.time(value["time"]), let answer = value["answer"]?.string
        else { return nil }
        return QueueEntry.Outcome(
            requestID: id, target: target, charge: ChatCodec.charge(value), answer: answer, state: state, time: time)
    }
}
