import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("OpenAI responses")
struct OpenAIResponsesTests {
    private let dialect = OpenAIResponsesDialect()
    private let target = Fixtures.target(.openAIResponses, model: "gpt-x", base: "https://api.example.com/v1")

    private static func event(_ type: String, _ rest: String) -> String {
        "event: \(type)\ndata: {\"type\":\"\(type)\",\"sequence_number\":3\(rest.isEmpty ? "" : ",")\(rest)}\n\n"
    }

    private var plain: DialectExample {
        let created = Self.event(
            "response.created", #""response":{"id":"resp_1","model":"gpt-x-2026","status":"in_progress","error":null}"#)
        let parts = [
            Self.event("response.in_progress", #""response":{"id":"resp_1","model":"gpt-x-2026","error":null}"#),
            Self.event("response.reasoning_summary_text.delta", #""delta":"think""#),
            Self.event(
                "response.output_text.delta",
                #""item_id":"msg_1","output_index":0,"content_index":0,"delta":"Grüße ","logprobs":[],"obfuscation":"x""#
            ),
            Self.event("response.output_text.delta", #""item_id":"msg_1","delta":"\ud83d\ude00","logprobs":[]"#),
            Self.event("response.output_text.done", #""text":"Grüße 😀""#),
        ]
        let completed = Self.event(
            "response.completed",
            #""response":{"id":"resp_1","status":"completed","error":null,"incomplete_details":null,"usage":{"input_tokens":100,"input_tokens_details":{"cached_tokens":64},"output_tokens":30,"output_tokens_details":{"reasoning_tokens":20},"total_tokens":130}}"#
        )
        return DialectExample(
            "a stream of text", dialect: dialect, request: Fixtures.ask(), target: target,
            url: "https://api.example.com/v1/responses",
            headers: [("authorization", "Bearer test-key-not-real"), ("accept", "text/event-stream")],
            body: """
                {"model":"gpt-x","input":[{"role":"user","content":[{"type":"input_text","text":"Say hello."}]}],
                 "store":false,"stream":true}
                """,
            answer: created + parts.joined() + completed,
            expected: .init(
                text: "Grüße 😀", reasoning: "think",
                usage: TokenUsage(uncachedInput: 36, cacheRead: 64, visibleOutput: 10, reasoning: 20),
                servedModel: "gpt-x-2026", providerID: "resp_1"))
    }

    @Test("keeps the contract for a stream of text")
    func textStream() throws {
        try DialectContract.check(plain)
    }

    @Test("keeps the contract for tools, images, schema and options")
    func everything() throws {
        var example = plain
        example.title = "everything"
        example.request = Fixtures.everything(seed: nil, stop: [])
        example.body = """
            {"model":"gpt-x","instructions":"Be brief.","input":[
              {"role":"user","content":[{"type":"input_text","text":"What is this?"},
                {"type":"input_image","image_url":"data:image/png;base64,iVBO"}]},
              {"role":"assistant","content":[{"type":"output_text","text":"Let me look."}]},
              {"type":"function_call","call_id":"call_1","name":"weather","arguments":"{\\"city\\":\\"Oslo\\"}"},
              {"type":"function_call_output","call_id":"call_1","output":"4 degrees"},
              {"role":"user","content":[{"type":"input_text","text":"And now?"}]}],
             "temperature":0.70,"max_output_tokens":4096,"reasoning":{"effort":"low"},
             "text":{"format":{"type":"json_schema","name":"weather","strict":true,"schema":
               {"type":"object","properties":{"degrees":{"type":"integer"}},"required":["degrees"],
                "additionalProperties":false}}},
             "tools":[{"type":"function","name":"weather","description":"The weather of a city.","strict":false,
               "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}],
             "store":false,"include":["reasoning.encrypted_content"],"stream":true}
            """
        let item =
            #""item":{"type":"function_call","call_id":"call_9","name":"weather","arguments":"{\"city\":\"Rome\"}"}"#
        let answer =
            Self.event("response.created", #""response":{"id":"resp_2","model":"m"}"#)
            + Self.event("response.output_item.done", item)
            + Self.event("response.completed", #""response":{"id":"resp_2","status":"completed"}"#)
        example.answer = Array(answer.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "", toolCalls: [ToolCall(id: "call_9", name: "weather", arguments: #"{"city":"Rome"}"#)], usage: nil,
            finish: .toolCalls, servedModel: "m", providerID: "resp_2")
        try DialectContract.check(example)
    }

    @Test("keeps the contract for an answer in one document")
    func document() throws {
        var example = plain
        example.title = "a document"
        example.request.stream = false
        example.headers = [("accept", "application/json")]
        example.body = """
            {"model":"gpt-x","input":[{"role":"user","content":[{"type":"input_text","text":"Say hello."}]}],"store":false}
            """
        example.answer = Array(
            #"""
            {"id":"resp_3","object":"response","status":"incomplete","error":null,"model":"m",
             "incomplete_details":{"reason":"max_output_tokens"},
             "output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"hm"}]},
               {"type":"message","content":[{"type":"output_text","text":"Hel","annotations":[]}]}],
             "usage":{"input_tokens":8,"output_tokens":3}}
            """#.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "Hel", reasoning: "hm", usage: TokenUsage(uncachedInput: 8, visibleOutput: 3), finish: .length,
            servedModel: "m", providerID: "resp_3")
        try DialectContract.check(example)
    }

    @Test("ends of a response are told apart")
    func ends() {
        let cases: [(String, FinishReason?, FaultKind?)] = [
            (
                Self.event(
                    "response.incomplete",
                    #""response":{"status":"incomplete","incomplete_details":{"reason":"content_filter"}}"#),
                .contentFilter, nil
            ),
            (
                Self.event(
                    "response.incomplete",
                    #""response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}"#),
                .length, nil
            ),
            (
                Self.event("response.refusal.delta", #""delta":"No.""#)
                    + Self.event("response.completed", #""response":{"status":"completed"}"#), .contentFilter, nil
            ),
            (
                Self.event(
                    "response.failed", #""response":{"status":"failed","error":{"code":"server_error","message":"oh"}}"#
                ), nil, .inBandError
            ),
            (
                Self.event(
                    "response.failed",
                    #""response":{"status":"failed","error":{"code":"rate_limit_exceeded","message":"oh"}}"#), nil,
                .rateLimited
            ),
            (Self.event("response.failed", #""response":{"status":"cancelled"}"#), nil, .inBandError),
            (Self.event("error", #""code":"insufficient_quota","message":"pay""#), nil, .quotaExhausted),
            (Self.event("response.output_text.delta", #""delta":"a""#), nil, .cut),
            ("data: {}\n\n", nil, .malformed),
        ]
        for (body, finish, fault) in cases {
            let answer = DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask()))
            #expect(answer.finish == finish, "\(body)")
            #expect(answer.fault?.kind == fault, "\(body)")
        }
    }

    @Test("what the protocol has no words for is refused before sending")
    func inexpressible() {
        for request in [Fixtures.everything(seed: 1, stop: []), Fixtures.everything(seed: nil, stop: ["x"])] {
            #expect(throws: ProviderFault.self) { try dialect.encode(request, for: target) }
        }
    }
}
