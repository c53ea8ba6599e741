internal import AI1Core
internal import AI1Engine

/// The JSON form of an outcome, version 1: what `--json` prints and what ends a `--jsonl` stream.
enum OutcomeJSON {
    /// The members that both forms share, in their order.
    /// - Parameters:
    ///   - safety: what the checks say; nil when all are off
    ///   - calls: what became of the model's calls; nil where none are made
    static func members(
        _ outcome: AskOutcome, job: String?, safety: JSONValue?, error: (any AI1Error)?, calls: JSONValue? = nil
    ) -> JSONObject {
        var object: JSONObject = ["id": .string(outcome.requestID.description)]
        object["target"] = outcome.target.map { .string($0.description) } ?? .null
        object["provider"] = outcome.target.map { .string($0.provider) } ?? .null
        object["model"] = outcome.target.map { .string($0.model) } ?? .null
        if let served = outcome.servedModel { object["served_model"] = .string(served) }
        object["finish"] = outcome.finish.map { .string($0.rawValue) } ?? .null
        if let calls {
            object["tool_calls"] = calls
        } else if !outcome.toolCalls.isEmpty {
            object["tool_calls"] = .array(
                outcome.toolCalls.map {
                    ["id": .string($0.id), "name": .string($0.name), "arguments": .string($0.arguments)]
                })
        }
        object["usage"] = outcome.target == nil ? .null : usage(outcome.usage, outcome.unit)
        object["cost"] = cost(outcome.cost)
        object["credits"] = outcome.settlement.map(credits) ?? .null
        object["job"] = job.map { .string($0) } ?? .null
        object["replayed"] = .bool(outcome.isReplayed)
        object["timings"] = [
            "first_token_ms": outcome.firstTokenMilliseconds.map(milliseconds) ?? .null,
            "total_ms": milliseconds(outcome.totalMilliseconds),
        ]
        object["safety"] = safety ?? .null
        object["attempts"] = .array(outcome.attempts.map(attempt))
        object["error"] = error.map(self.error) ?? .null
        return object
    }

    /// The whole object of `--json`.
    static func object(
        _ outcome: AskOutcome, job: String?, safety: JSONValue?, text: [UInt8], reasoning: [UInt8], data: JSONValue?,
        error: (any AI1Error)?, decision: JSONValue? = nil, calls: JSONValue? = nil
    ) -> JSONValue {
        var object: JSONObject = ["v": 1]
        let shared = members(outcome, job: job, safety: safety, error: error, calls: calls)
        for member in shared.members.prefix(4) { object.append(member.name, member.value) }
        object["text"] = .string(String(decoding: text, as: UTF8.self))
        if !reasoning.isEmpty { object["reasoning"] = .string(String(decoding: reasoning, as: UTF8.self)) }
        if let data { object["data"] = data }
        for member in shared.members.dropFirst(4) { object.append(member.name, member.value) }
        if let decision { object["decision"] = decision }
        return .object(object)
    }

    /// - Parameter unit: named when it is not tokens that are counted
    static func usage(_ usage: TokenUsage, _ unit: PriceUnit = .tokens) -> JSONValue {
        var object: JSONObject = [
            "input": .integer(usage.input), "uncached_input": .integer(usage.uncachedInput),
            "cache_read": .integer(usage.cacheRead), "cache_write_5m": .integer(usage.cacheWrite5m),
            "cache_write_1h": .integer(usage.cacheWrite1h), "output": .integer(usage.output),
            "visible_output": .integer(usage.visibleOutput), "reasoning": .integer(usage.reasoning),
            "audio_input": .integer(usage.audioInput), "audio_output": .integer(usage.audioOutput),
            "source": .string(usage.source.rawValue),
        ]
        if unit != .tokens { object["unit"] = .string(unit.rawValue) }
        return .object(object)
    }

    /// What became of the credits that were held.
    private static func credits(_ settlement: Settlement) -> JSONValue {
        [
            "charged": cost(settlement.charge), "reward": cost(settlement.reward),
            "disputed": cost(settlement.disputed), "left": cost(settlement.balance),
            "play": .bool(settlement.isPlay),
        ]
    }

    /// An amount in nano-US-dollars beside its readable form; null when the price is not known.
    static func cost(_ cost: NanoUSD?) -> JSONValue {
        cost.map { ["nano_usd": .integer($0.amount), "usd": .string($0.usd), "credits": .string($0.credits)] } ?? .null
    }

    static func error(_ error: any AI1Error) -> JSONValue {
        // What ended the program is known better than what the engine was told.
        let status = error.kind == .interrupted ? SignalGate.status(else: error.kind) : ExitStatus(error.kind)
        return [
            "exit": .integer(status.code), "kind": .string(status.name),
            "message": .string(TerminalCleaner.cleanLine(error.message, limit: 400)),
            "hint": error.hint.map { .string($0) } ?? .null,
        ]
    }

    private static func attempt(_ attempt: AttemptRecord) -> JSONValue {
        [
            "target": .string(attempt.target.description),
            "fault": attempt.fault.map { .string($0.kind.rawValue) } ?? .null,
            "status": attempt.fault?.status.map { .integer($0) } ?? .null,
            "usage": attempt.usage.map { usage($0) } ?? .null, "cost": cost(attempt.cost),
            "claim": attempt.claim.map { ["text": .string($0.text), "cost": cost($0.cost)] } ?? .null,
            "ms": milliseconds(attempt.milliseconds),
        ]
    }

    /// Milliseconds with at most three decimals.
    static func milliseconds(_ value: Double) -> JSONValue {
        .number(JSONNumber(uncheckedText: decimalText(Int64((value * 1_000).rounded()), places: 3)))
    }
}
