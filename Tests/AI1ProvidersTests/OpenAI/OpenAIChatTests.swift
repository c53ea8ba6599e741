import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("OpenAI chat completions")
struct OpenAIChatTests {
    private let dialect = OpenAIChatDialect()

    private static let chunks = [
        #"{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"gpt-x-2026","choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"a1"}"#,
        #"{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"gpt-x-2026","choices":[{"index":0,"delta":{"content":"Grüße \ud83d\ude00 "},"logprobs":null,"finish_reason":null}],"usage":null}"#,
        #"{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"gpt-x-2026","choices":[{"index":0,"delta":{"content":"\"content\":\"x\"\n漢字"},"logprobs":null,"finish_reason":null}],"usage":null}"#,
        #"{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"gpt-x-2026","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}"#,
        #"{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"gpt-x-2026","choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":60,"total_tokens":1060,"prompt_tokens_details":{"cached_tokens":900,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":40,"audio_tokens":0}}}"#,
    ]

    private var plain: DialectExample {
        DialectExample(
            "a stream of text", dialect: dialect, request: Fixtures.ask(),
            target: Fixtures.target(.openAIChat, model: "gpt-x", base: "https://api.example.com/v1"),
            url: "https://api.example.com/v1/chat/completions",
            headers: [
                ("authorization", "Bearer test-key-not-real"), ("content-type", "application/json"),
                ("accept", "text/event-stream"),
            ],
            body: """
                {"model":"gpt-x","messages":[{"role":"user","content":"Say hello."}],"stream":true,
                 "stream_options":{"include_usage":true}}
                """,
            answer: ": keep-alive\n\n" + Self.chunks.map { "data: \($0)\n\n" }.joined() + "data: [DONE]\n\n",
            completeAfter: "\"finish_reason\":\"stop\"}],\"usage\":null}\n\n",
            expected: .init(
                text: "Grüße 😀 \"content\":\"x\"\n漢字",
                usage: TokenUsage(uncachedInput: 100, cacheRead: 900, visibleOutput: 20, reasoning: 40),
                servedModel: "gpt-x-2026", providerID: "chatcmpl-1"))
    }

    @Test("keeps the contract for a stream of text")
    func textStream() throws {
        try DialectContract.check(plain)
    }

    @Test("keeps the contract for tools, images, schema and every option")
    func everything() throws {
        var example = plain
        example.title = "everything"
        example.request = Fixtures.everything()
        example.target = Fixtures.target(
            .openAIChat, model: "gpt-x", base: "https://api.example.com/v1/",
            quirks: ProviderQuirks(outputLimitField: .maxCompletionTokens), headers: [HTTPHeader("X-Team", "red")])
        example.headers.append(("x-team", "red"))
        example.body = """
            {"model":"gpt-x","messages":[
              {"role":"system","content":"Be brief."},
              {"role":"user","content":[{"type":"text","text":"What is this?"},
                {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}}]},
              {"role":"assistant","content":"Let me look.","tool_calls":[{"id":"call_1","type":"function",
                "function":{"name":"weather","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},
              {"role":"tool","tool_call_id":"call_1","content":"4 degrees"},
              {"role":"user","content":"And now?"}],
             "temperature":0.70,"max_completion_tokens":4096,"stop":["END"],"seed":7,"reasoning_effort":"low",
             "response_format":{"type":"json_schema","json_schema":{"name":"weather","strict":true,"schema":
               {"type":"object","properties":{"degrees":{"type":"integer"}},"required":["degrees"],
                "additionalProperties":false}}},
             "tools":[{"type":"function","function":{"name":"weather","description":"The weather of a city.",
               "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}],
             "stream":true,"stream_options":{"include_usage":true}}
            """
        example.answer = Array(
            Fixtures.events(
                #"{"id":"c2","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"weather","arguments":""}}]},"finish_reason":null}]}"#,
                #"{"id":"c2","model":"m","choices":[{"index":0,"delta":{"reasoning_content":"hm"},"finish_reason":null}]}"#,
                #"{"id":"c2","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]},"finish_reason":null}]}"#,
                #"{"id":"c2","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_b","function":{"name":"now","arguments":""}},{"index":0,"function":{"arguments":"\"Rome\"}"}}]},"finish_reason":null}]}"#,
                #"{"id":"c2","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#
            ).utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "", reasoning: "hm",
            toolCalls: [
                ToolCall(id: "call_a", name: "weather", arguments: #"{"city":"Rome"}"#),
                ToolCall(id: "call_b", name: "now", arguments: "{}"),
            ],
            usage: nil, finish: .toolCalls, servedModel: "m", providerID: "c2")
        try DialectContract.check(example)
    }

    @Test(
        "keeps the contract for an answer in one document, also when a stream was asked for", arguments: [true, false])
    func document(stream: Bool) throws {
        var example = plain
        example.title = "a document"
        example.request.stream = stream
        if !stream {
            example.headers = [("accept", "application/json")]
            example.body = #"{"model":"gpt-x","messages":[{"role":"user","content":"Say hello."}]}"#
        }
        let document = #"""

            {"id":"c3","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant",
             "content":"Hello","refusal":null},"finish_reason":"length"}],
             "usage":{"prompt_tokens":12.25,"completion_tokens":5,"total_tokens":17}}
            """#
        example.answer = Array(document.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "Hello", usage: TokenUsage(uncachedInput: 13, visibleOutput: 5), finish: .length, servedModel: "m",
            providerID: "c3")
        try DialectContract.check(example)
    }

    @Test("what other brands write differently means the same")
    func brands() {
        let cases: [(String, String, String, FinishReason?, FaultKind?)] = [
            (#"{"choices":[{"delta":{"reasoning":"r","content":"t"},"finish_reason":"eos"}]}"#, "t", "r", .stop, nil),
            (
                #"{"choices":[{"delta":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},"finish_reason":"stop"}]}"#,
                "ab", "", .stop, nil
            ),
            (
                #"{"choices":[{"delta":{"refusal":"I cannot."},"finish_reason":"stop"}]}"#, "I cannot.", "",
                .contentFilter, nil
            ),
            (#"{"choices":[{"delta":{"content":"x"},"finish_reason":"sensitive"}]}"#, "x", "", .contentFilter, nil),
            (#"{"choices":[{"delta":{"content":"x"},"finish_reason":"model_length"}]}"#, "x", "", .length, nil),
            (
                #"{"choices":[{"delta":{"content":"x"},"finish_reason":"insufficient_system_resource"}]}"#, "x", "",
                nil, .inBandError
            ),
            (#"{"choices":[{"delta":{"content":"x"},"finish_reason":""}]}"#, "x", "", nil, .cut),
            (#"{"error":{"message":"slow down","code":429}}"#, "", "", nil, .rateLimited),
            (#"{"error":{"message":"too long","code":"context_length_exceeded"}}"#, "", "", nil, .contextTooLong),
            (#"{"error":{"message":"broken","type":"server_error"}}"#, "", "", nil, .inBandError),
            (#"{"error":"plain words"}"#, "", "", nil, .inBandError),
            (#"{"object":"error","message":"no","type":"invalid_api_key"}"#, "", "", nil, .keyRefused),
            (#"{"choices":["#, "", "", nil, .malformed),
            (#""text""#, "", "", nil, .malformed),
        ]
        for (event, text, reasoning, finish, fault) in cases {
            let body = Array("data: \(event)\n\n".utf8)
            let answer = DecodedAnswer.decoding(body, with: dialect.decoder(for: Fixtures.ask()))
            #expect(answer.text == text, "\(event)")
            #expect(answer.reasoning == reasoning, "\(event)")
            #expect(answer.finish == finish, "\(event)")
            #expect(answer.fault?.kind == fault, "\(event)")
        }
    }

    @Test("[DONE] ends a stream that gave no reason, and nothing after it counts")
    func done() {
        let body = Fixtures.events(#"{"choices":[{"delta":{"content":"a"}}]}"#, "[DONE]", "rubbish")
        let answer = DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask()))
        #expect(answer.fault == nil)
        #expect(answer.finish == .stop)
        #expect(answer.text == "a")
    }

    @Test("text before a fault is kept, and the decoder stays failed")
    func partial() {
        var decoder = dialect.decoder(for: Fixtures.ask())
        var batch = AnswerBatch()
        let body = Array(Fixtures.events(#"{"choices":[{"delta":{"content":"kept"}}]}"#, "{oops").utf8)
        #expect(throws: ProviderFault.self) { try body.withUnsafeBytes { try decoder.feed($0, into: &batch) } }
        #expect(batch.text == Array("kept".utf8))
        #expect(throws: ProviderFault.self) { try decoder.finish(into: &batch) }
    }

    @Test("a schema goes the way the brand and the model can take it")
    func schemaModes() throws {
        var request = Fixtures.ask()
        request.schema = OutputSchema(
            name: "open", schema: ["type": "object", "properties": ["a": ["type": "string"]]])
        func body(_ mode: ProviderQuirks.SchemaMode, capable: Bool = true) throws -> JSONValue {
            let target = Fixtures.target(
                .openAIChat, model: "m", base: "https://h/v1",
                quirks: ProviderQuirks(streamUsage: false, schemaMode: mode),
                capabilities: Capabilities(schema: capable))
            return try Fixtures.json(dialect.encode(request, for: target))
        }
        let native = try body(.jsonSchema)
        #expect(native["response_format"]?["json_schema"]?["strict"]?.bool == false)
        #expect(native["stream_options"] == nil)
        #expect(native["messages"]?[1] == nil)
        let object = try body(.jsonObject)
        #expect(object["response_format"]?["type"]?.string == "json_object")
        #expect(object["messages"]?[0]?["content"]?.string?.contains(#"{"a":{"type":"string"}}"#) == true)
        for prompt in [try body(.prompt), try body(.jsonSchema, capable: false)] {
            #expect(prompt["response_format"] == nil)
            #expect(prompt["messages"]?[0]?["role"]?.string == "system")
        }
    }

    @Test("a provider without a key gets no authorization field")
    func keyless() throws {
        let target = Fixtures.target(.openAIChat, model: "m", base: "http://127.0.0.1:1234/v1", hasKey: false)
        let request = try dialect.encode(Fixtures.ask(), for: target)
        #expect(!request.headers.contains { $0.name == "Authorization" })
        #expect(request.limits.bodyBytes == nil)
        #expect(try dialect.encode(Fixtures.ask(stream: false), for: target).limits.bodyBytes == 64 * 1024 * 1024)
    }
}
