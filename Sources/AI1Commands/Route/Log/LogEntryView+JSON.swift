internal import AI1Core
internal import AI1History
internal import AI1Ledger

extension LogEntryView {
    /// Version 1.
    var json: JSONValue {
        var object: JSONObject = ["v": 1]
        for member in LogView.members(entry.row).members where member.name != "prompt" {
            object.append(member.name, member.value)
        }
        object["difficulty"] = entry.difficulty.map(Self.number) ?? .null
        object["objective"] = Self.text(entry.objective)
        object["served_model"] = Self.text(entry.servedModel)
        object["finish"] = Self.text(entry.finish)
        object["error"] = Self.text(entry.error)
        object["usage"] = OutcomeJSON.usage(entry.usage)
        object["risk"] = entry.risk.map(Self.number) ?? .null
        object["attempts"] = .array(entry.attempts.map(attempt))
        object["signals"] = .array(entry.signals.map(Self.signal))
        object["decision"] = entry.decision ?? .null
        object["system"] = Self.text(entry.content?.system)
        object["prompt"] = Self.text(entry.content?.prompt)
        object["prompt_bytes"] = entry.promptBytes.map { .integer($0) } ?? .null
        object["answer"] = Self.text(entry.content?.answer.map { String(decoding: $0, as: UTF8.self) })
        object["answer_bytes"] = .integer(entry.textBytes)
        object["timing"] =
            entry.content.map {
                .array(
                    $0.timing.pieces.map { ["bytes": .integer($0.bytes), "wait_ms": .integer($0.waitMilliseconds)] })
            } ?? .null
        return .object(object)
    }

    private func attempt(_ attempt: RequestRecord.Attempt) -> JSONValue {
        let predicted = predicted(attempt.target)
        return [
            "target": .string(attempt.target.description), "fault": Self.text(attempt.fault?.rawValue),
            "status": attempt.status.map { .integer($0) } ?? .null, "message": Self.text(attempt.message),
            "usage": attempt.usage.map { OutcomeJSON.usage($0) } ?? .null, "cost": OutcomeJSON.cost(attempt.cost),
            "first_token_ms": attempt.firstTokenMilliseconds.map { OutcomeJSON.milliseconds($0) } ?? .null,
            "total_ms": OutcomeJSON.milliseconds(attempt.totalMilliseconds),
            "predicted": predicted.map {
                [
                    "cost": OutcomeJSON.cost($0.cost),
                    "first_token_ms": $0.firstTokenMilliseconds.map { OutcomeJSON.milliseconds($0) } ?? .null,
                    "total_ms": $0.totalMilliseconds.map { OutcomeJSON.milliseconds($0) } ?? .null,
                ]
            } ?? .null,
        ]
    }

    private static func signal(_ signal: QualitySignal) -> JSONValue {
        [
            "source": .string(signal.source.rawValue), "target": .string(signal.target.description),
            "reward": number(signal.reward), "weight": number(signal.weight),
            "time": .string(LocalCalendar.utcText(signal.time.millisecondsSinceEpoch / 1_000)),
        ]
    }

    private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    private static func number(_ value: Double) -> JSONValue {
        .number(JSONNumber(uncheckedText: decimalText(Int64((value * 1_000_000).rounded()), places: 6)))
    }
}
