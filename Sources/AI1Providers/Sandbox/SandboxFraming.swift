package import AI1Core

/// The sandbox's own wire form, between `SandboxDialect` and `SandboxTransport`.
///
/// The request is one JSON object: `model`, `system`, `messages` (`role`, `text`, `images` with `media_type` and
/// `bytes`), `schema`, `seed`, `max_output_tokens`, `stop`, `reasoning`, `output` (`kind` and what belongs to it), `stream`. The answer is NDJSON, streamed or
/// not, each line with a `type`: `start` (`id`, `model`), `reasoning` and `text` (`text`), `usage` (`input_tokens`,
/// `output_tokens`, `reasoning_tokens`, `audio_input_tokens`, `audio_output_tokens`), `media` (`media_type`, `data` in base64), `error` (`status`, `code`, `message`), and at last `end` (`reason`). A
/// refusal is `{"error":{"code":…,"message":…}}` with its HTTP status.
package struct SandboxFraming: SandboxWire {
    private let id: String
    private let model: String
    private let usage: FaultPlan.UsageReport

    package init(id: String, model: String, usage: FaultPlan.UsageReport) {
        self.id = id
        self.model = model
        self.usage = usage
    }

    package func contentType(streamed: Bool) -> String { "application/x-ndjson" }

    package func write(_ event: SandboxEvent, to output: inout [UInt8]) {
        switch event {
        case .opening: line(["type": "start", "id": .string(id), "model": .string(model)], &output)
        case .reasoning(let text): line(["type": "reasoning", "text": .string(text)], &output)
        case .text(let text):
            output.append(contentsOf: #"{"type":"text","text":"#.utf8)
            Self.literal(text, to: &output)
            output.append(contentsOf: "}\n".utf8)
        case .malformed: output.append(contentsOf: "{\"type\":\"text\",\"text\":\n".utf8)
        case .failure(let failure):
            line(
                [
                    "type": "error", "status": .integer(failure.status),
                    "code": .string(failure.code ?? "server_error"), "message": .string(failure.message),
                ], &output)
        case .closing(let answer): close(answer, finish: answer.finish, &output)
        }
    }

    package func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8] {
        var output: [UInt8] = []
        write(.opening(answer), to: &output)
        if !answer.reasoning.isEmpty { write(.reasoning(answer.reasoning), to: &output) }
        if answer.media.isEmpty { write(.text(answer.whole()), to: &output) }
        // Without its end an answer has nothing in it that counts.
        for part in answer.media where finish != nil {
            line(
                ["type": "media", "media_type": .string(part.mediaType), "data": .string(Base64.encode(part.bytes))],
                &output)
        }
        close(answer, finish: finish, &output)
        return output
    }

    package func refusal(_ failure: SandboxFailure) -> [UInt8] {
        let code = failure.code ?? "status_\(failure.status)"
        return (["error": ["code": .string(code), "message": .string(failure.message)]] as JSONValue).encoded()
    }

    private func close(_ answer: SandboxAnswer, finish: FinishReason?, _ output: inout [UInt8]) {
        switch usage {
        case .counted:
            line(
                [
                    "type": "usage", "input_tokens": .integer(answer.usage.input),
                    "output_tokens": .integer(answer.usage.output),
                    "reasoning_tokens": .integer(answer.usage.reasoning),
                    "audio_input_tokens": .integer(answer.usage.audioInput),
                    "audio_output_tokens": .integer(answer.usage.audioOutput),
                ], &output)
        case .absent: break
        case .literal(let text):
            var object: JSONObject = ["type": "usage"]
            for member in (try? JSONParser.parse(text))?.object?.members ?? [] { object[member.name] = member.value }
            line(.object(object), &output)
        }
        if let finish { line(["type": "end", "reason": .string(finish.rawValue)], &output) }
    }

    private func line(_ value: JSONValue, _ output: inout [UInt8]) {
        output.append(contentsOf: value.encoded())
        output.append(0x0A)
    }
}
