internal import AI1Core
internal import AI1Tools

/// A call as `--json` and `--jsonl` tell it.
enum ToolCallJSON {
    static func members(_ record: ToolCallRecord) -> JSONObject {
        [
            // Google's ids carry a signature behind a tilde, which is nobody's business.
            "id": .string(String(record.call.id.prefix { $0 != "~" })), "name": .string(record.call.name),
            "tool": record.tool.map { .string($0.label) } ?? .null, "arguments": .string(record.call.arguments),
            "approved": .bool(record.decision == .approved), "error": record.error.map { .string($0) } ?? .null,
            "bytes": .integer(record.answer.wholeBytes), "ms": OutcomeJSON.milliseconds(record.milliseconds),
        ]
    }
}
