import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("Anthropic messages")
struct AnthropicTests {
    private let dialect = AnthropicDialect()
    private let target = Fixtures.target(.anthropic, model: "claude-sonnet-4-6", base: "https://api.example.com")

    static func event(_ type: String, _ rest: String = "") -> String {
        "event: \(type)\ndata: {\"type\": \"\(type)\"\(rest.isEmpty ? "" : ", ")\(rest)}\n\n"
    }

    static let start = event(
        "message_start",
        #""message": {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-6-2026", "content": [], "stop_reason": null, "usage": {"input_tokens": 10, "cache_creation_input_tokens": 300, "cache_read_input_tokens": 5000, "cache_creation": {"ephemeral_5m_input_tokens": 100, "ephemeral_1h_input_tokens": 200}, "output_tokens": 1}}"#
    )

    private var plain: DialectExample {
        let answer =
            Self.start
            + Self.event("content_block_start", #""index": 0, "content_block": {"type": "thinking", "thinking": ""}"#)
            + Self.event("content_block_delta", #""index": 0, "delta": {"type": "thinking_delta", "thinking": "hm"}"#)
            + Self.event("content_block_delta", #""index": 0, "delta": {"type": "signature_delta", "signature": "Eq"}"#)
            + Self.event("content_block_stop", #""index": 0"#)
            + Self.event("content_block_start", #""index": 1, "content_block": {"type": "text", "text": ""}"#)
            + Self.event("ping")
            + Self.event("content_block_delta", #""index": 1, "delta": {"type": "text_delta", "text": "Grüße "}"#)
            + Self.event("content_block_delta", #""index": 1, "delta": {"type": "text_delta", "text": "\ud83d\ude00"}"#)
            + Self.event("content_block_stop", #""index": 1"#)
            + Self.event(
                "message_delta",
                #""delta": {"stop_reason": "end_turn", "stop_sequence": null}, "usage": {"output_tokens": 30, "output_tokens_details": {"thinking_tokens": 12}}"#
            )
            + Self.event("message_stop")
        return DialectExample(
            "a stream of text", dialect: dialect, request: Fixtures.ask(), target: target,
            url: "https://api.example.com/v1/messages",
            headers: [
                ("x-api-key", "test-key-not-real"), ("anthropic-version", "2023-06-01"),
                ("content-type", "application/json"), ("accept", "text/event-stream"),
            ],
            body: """
                {"model":"claude-sonnet-4-6","max_tokens":32768,"messages":[{"role":"user","content":"Say hello."}],"stream":true}
                """,
            answer: answer,
            expected: .init(
                text: "Grüße 😀", reasoning: "hm",
                usage: TokenUsage(
                    uncachedInput: 10, cacheRead: 5_000, cacheWrite5m: 100, cacheWrite1h: 200, visibleOutput: 18,
                    reasoning: 12), servedModel: "claude-sonnet-4-6-2026", providerID: "msg_1"))
    }

    @Test("keeps the contract for a stream of thinking and text")
    func textStream() throws {
        try DialectContract.check(plain)
    }

    @Test("keeps the contract for tools, images, schema and options")
    func everything() throws {
        var example = plain
        example.title = "everything"
        example.request = Fixtures.everything(seed: nil, temperature: nil)
        example.body = """
            {"model":"claude-sonnet-4-6","max_tokens":4096,"system":"Be brief.","messages":[
              {"role":"user","content":[{"type":"text","text":"What is this?"},
                {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO"}}]},
              {"role":"assistant","content":[{"type":"text","text":"Let me look."},
                {"type":"tool_use","id":"call_1","name":"weather","input":{"city":"Oslo"}}]},
              {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1","content":"4 degrees"},
                {"type":"text","text":"And now?"}]}],
             "stop_sequences":["END"],"thinking":{"type":"adaptive"},
             "output_config":{"effort":"low","format":{"type":"json_schema","schema":
               {"type":"object","properties":{"degrees":{"type":"integer"}},"required":["degrees"],
                "additionalProperties":false}}},
             "tools":[{"name":"weather","description":"The weather of a city.",
               "input_schema":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}],
             "stream":true}
            """
        let answer =
            Self.start
            + Self.event(
                "content_block_start",
                #""index": 0, "content_block": {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}"#)
            + Self.event(
                "content_block_delta",
                #""index": 0, "delta": {"type": "input_json_delta", "partial_json": "{\"city\":"}"#)
            + Self.event(
                "content_block_delta",
                #""index": 0, "delta": {"type": "input_json_delta", "partial_json": " \"Rome\"}"}"#)
            + Self.event("content_block_stop", #""index": 0"#)
            + Self.event(
                "content_block_start",
                #""index": 1, "content_block": {"type": "tool_use", "id": "toolu_2", "name": "now", "input": {}}"#)
            + Self.event("content_block_stop", #""index": 1"#)
            + Self.event(
                "message_delta",
                #""delta": {"stop_reason": "tool_use"}, "usage": {"output_tokens": 20, "input_tokens": 11}"#)
            + Self.event("message_stop")
        example.answer = Array(answer.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "",
            toolCalls: [
                ToolCall(id: "toolu_1", name: "weather", arguments: #"{"city": "Rome"}"#),
                ToolCall(id: "toolu_2", name: "now", arguments: "{}"),
            ],
            usage: TokenUsage(
                uncachedInput: 11, cacheRead: 5_000, cacheWrite5m: 100, cacheWrite1h: 200, visibleOutput: 20),
            finish: .toolCalls, servedModel: "claude-sonnet-4-6-2026", providerID: "msg_1")
        try DialectContract.check(example)
    }

    @Test("keeps the contract for an answer in one document", arguments: [true, false])
    func document(stream: Bool) throws {
        var example = plain
        example.title = "a document"
        example.request.stream = stream
        if !stream {
            example.headers = [("accept", "application/json")]
            example.body = """
                {"model":"claude-sonnet-4-6","max_tokens":32768,"messages":[{"role":"user","content":"Say hello."}]}
                """
        }
        example.answer = Array(
            #"""
            {"id":"msg_2","type":"message","role":"assistant","model":"m","content":[
              {"type":"thinking","thinking":"hm","signature":"x"},{"type":"text","text":"Hel"},
              {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Rome"}}],
             "stop_reason":"max_tokens","stop_sequence":null,
             "usage":{"input_tokens":5,"cache_creation_input_tokens":7,"cache_read_input_tokens":0,"output_tokens":9}}
            """#.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "Hel", reasoning: "hm",
            toolCalls: [ToolCall(id: "toolu_1", name: "weather", arguments: #"{"city":"Rome"}"#)],
            usage: TokenUsage(uncachedInput: 5, cacheWrite5m: 7, visibleOutput: 9), finish: .length, servedModel: "m",
            providerID: "msg_2")
        try DialectContract.check(example)
    }

    @Test("a cut answer has the reported input and an estimate of the output that came")
    func runningUsage() throws {
        let text = String(repeating: "word ", count: 80)
        let body =
            Self.start
            + Self.event("content_block_delta", #""index": 0, "delta": {"type": "text_delta", "text": "\#(text)"}"#)
        let answer = DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask()))
        #expect(answer.fault?.kind == .cut)
        let usage = try #require(answer.usage)
        #expect(usage.source == .estimated && usage.input == 5_310 && usage.visibleOutput == 100)
    }

    @Test("events that end the answer otherwise are told apart")
    func ends() {
        func body(_ reason: String) -> String {
            Self.start
                + Self.event("message_delta", #""delta": {"stop_reason": "\#(reason)"}, "usage": {"output_tokens": 2}"#)
                + Self.event("message_stop")
        }
        let error = Self.event("error", #""error": {"type": "overloaded_error", "message": "Overloaded"}"#)
        let rate = Self.event("error", #""error": {"type": "rate_limit_error", "message": "Slow down"}"#)
        let cases: [(String, FinishReason?, FaultKind?)] = [
            (body("refusal"), .contentFilter, nil), (body("stop_sequence"), .stop, nil),
            (body("model_context_window_exceeded"), .length, nil), (Self.start + error, nil, .inBandError),
            (Self.start + rate, nil, .rateLimited), ("data: {\"no\":1}\n\n", nil, .malformed),
        ]
        for (body, finish, fault) in cases {
            let answer = DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask()))
            #expect(answer.finish == finish, "\(body)")
            #expect(answer.fault?.kind == fault, "\(body)")
        }
    }

    @Test("a cache breakdown larger than its total is not believed, a smaller one is filled up")
    func cacheBreakdown() {
        func usage(_ total: Int) -> TokenUsage? {
            let body = """
                {"content":[],"stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":1,
                 "cache_creation_input_tokens":\(total),
                 "cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":20}}}
                """
            return DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask())).usage
        }
        #expect(usage(30) == TokenUsage(uncachedInput: 1, cacheWrite5m: 10, cacheWrite1h: 20, visibleOutput: 1))
        #expect(usage(35) == TokenUsage(uncachedInput: 1, cacheWrite5m: 15, cacheWrite1h: 20, visibleOutput: 1))
        #expect(usage(29) == nil)
    }
}
